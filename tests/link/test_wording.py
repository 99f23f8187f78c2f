"""What names of papers tell of each other."""

from bilat.link.wording import comparable


def test_names_in_two_scripts_tell_nothing_of_each_other():
    assert not comparable("联合声明", "Joint Statement")
    assert comparable("Tuyên bố chung", "Joint Statement")
    assert comparable("联合声明", "合作协定")
