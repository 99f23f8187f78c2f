"""The generator of large corpora: other days, people, figures and words, the same for the same number."""

import re

import pytest

from bench.scaled import Scaler, shift, written

TEXT = (
    "date: 2023-09-25 02:15:02 +08:00\nlink: https://example.org/202309250022.aspx\n"
    "<p>習近平25日在北京會見來訪的外長。王曉琳表示，9月30日前將有157家企業參加展覽，2022年只有88家。</p>\n"
    "<p>当地居民围绕湖泊散步，孩子们在草坪上嬉戏，摄影爱好者记录晚霞。居民散步，孩子嬉戏，湖泊晚霞，草坪摄影。</p>\n"
)


@pytest.fixture(scope="module")
def scaler() -> Scaler:
    return Scaler([TEXT], ["王晓琳", "陈小明"])


def test_each_copy_is_moved_by_other_months():
    moved = [shift(number) for number in range(60)]
    assert len(set(moved)) == 60
    assert moved[:7] == [0, 1, 2, -12, -11, -10, 12]


def test_days_are_moved_wherever_they_stand_and_a_bare_day_stays(scaler: Scaler):
    text = written(scaler.read(TEXT), scaler.copy(2))
    assert "date: 2023-11-25 02:15:02 +08:00" in text
    assert "/202311250022.aspx" in text
    assert "25日" in text
    assert "11月30日" in text
    assert "2022年" in text


def test_a_day_that_the_month_lacks_is_its_last(scaler: Scaler):
    assert written(scaler.read("2022-12-31 12月31日 31/12/2022"), scaler.copy(2)) == "2023-02-28 2月28日 28/02/2023"


def test_names_the_packs_have_stay_and_others_keep_their_surname(scaler: Scaler):
    texts = {written(scaler.read(TEXT), scaler.copy(number)) for number in (1, 2, 3)}
    assert all("習近平" in text for text in texts)
    names = {found[0] for text in texts if (found := re.search("王..(?=表示)", text))}
    assert len(names) == 3


def test_figures_change_and_keep_their_length(scaler: Scaler):
    text = written(scaler.read(TEXT), scaler.copy(1))
    found = re.search(r"(\d+)家企業", text)
    assert found
    assert len(found[1]) == 3
    assert found[1] != "157"


def test_two_copies_share_few_stretches_of_what_holds_no_facts(scaler: Scaler):
    def stretches(number: int) -> set[str]:
        text = "".join(re.findall("[\u4e00-\u9fff]+", written(scaler.read(TEXT), scaler.copy(number)).split("<p>")[2]))
        return {text[at : at + 5] for at in range(len(text) - 4)}

    assert len(stretches(1) & stretches(2)) < len(stretches(1)) / 2


def test_sentences_that_are_put_in_stand_in_no_other_text(scaler: Scaler):
    one, other = ("湖泊。散步。嬉戏。晚霞。草坪。摄影。" * 4, "晚霞。草坪。摄影。湖泊。散步。嬉戏。" * 4)
    put_in = [
        {part for part in written(scaler.read(text), scaler.copy(1)).split("。") if len(part) > len("湖泊")}
        for text in (one, other)
    ]
    assert all(put_in)
    assert put_in[0].isdisjoint(put_in[1])


def test_a_copy_is_the_same_whenever_it_is_made(scaler: Scaler):
    again = Scaler([TEXT], ["陈小明", "王晓琳"])
    assert written(again.read(TEXT), again.copy(5)) == written(scaler.read(TEXT), scaler.copy(5))
