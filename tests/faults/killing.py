"""Runs a piece of work in a process of its own and kills it, with SIGKILL, before its n-th write.

A write is every system call that changes a file or a folder: what the process had asked for before it is done, what it
would have asked for after is not. Linux only, by ptrace, so that SQLite's own writes are among them.
"""

import ctypes
import os
import platform
import signal
import sys
import traceback
from collections.abc import Callable
from typing import Final

_TRACEME: Final = 0
_SYSCALL: Final = 24
_SETOPTIONS: Final = 0x4200
_GET_SYSCALL_INFO: Final = 0x420E
_OPTIONS: Final = 0x1 | 0x100000
"""PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL"""
_ENTRY: Final = 1
_STOPPED_BY_CALL: Final = signal.SIGTRAP | 0x80
_OPENED_TO_MAKE: Final = os.O_CREAT | os.O_TRUNC

_NAMES: Final = ("write", "writev", "pwrite64", "ftruncate", "fsync", "fdatasync", "copy_file_range", "sendfile")
_CALLS: Final = {
    "x86_64": {
        **dict(zip((1, 20, 18, 77, 74, 75, 326, 40), _NAMES, strict=True)),
        82: "rename",
        264: "rename",
        316: "rename",
        87: "unlink",
        263: "unlink",
        84: "rmdir",
        83: "mkdir",
        258: "mkdir",
        86: "link",
        265: "link",
        76: "truncate",
        257: "open",
    },
    "aarch64": {
        **dict(zip((64, 66, 68, 46, 82, 83, 285, 71), _NAMES, strict=True)),
        38: "rename",
        276: "rename",
        35: "unlink",
        34: "mkdir",
        37: "link",
        45: "truncate",
        56: "open",
    },
}
"""The numbers of the calls, from the kernel's tables (arch/x86/entry/syscalls, include/uapi/asm-generic/unistd.h)."""
ABLE: Final = sys.platform == "linux" and platform.machine() in _CALLS


class _Info(ctypes.Structure):
    """`struct ptrace_syscall_info`, see ptrace(2), as it is at the entry of a call."""

    _fields_ = (
        ("op", ctypes.c_uint8),
        ("pad", ctypes.c_uint8 * 3),
        ("arch", ctypes.c_uint32),
        ("instruction", ctypes.c_uint64),
        ("stack", ctypes.c_uint64),
        ("number", ctypes.c_uint64),
        ("arguments", ctypes.c_uint64 * 6),
        ("rest", ctypes.c_uint64 * 4),
    )


def _ptrace(request: int, pid: int, address: int, data: object) -> int:
    libc = ctypes.CDLL(None, use_errno=True)
    libc.ptrace.argtypes = (ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p)
    libc.ptrace.restype = ctypes.c_long
    done = int(libc.ptrace(request, pid, address, data))
    if done < 0:
        raise OSError(ctypes.get_errno(), f"ptrace {request}")
    return done


def run(work: Callable[[], object], kill_before: int) -> tuple[bool, str, int]:
    """Whether the work came to its end, the call that it was killed before, or the last it made, and how many writes
    there were until then; with 0 it is not killed."""
    pid = os.fork()
    if pid == 0:
        _child(work)
    _ = os.waitpid(pid, 0)
    _ = _ptrace(_SETOPTIONS, pid, 0, _OPTIONS)
    done, name = 0, ""
    while True:
        _ = _ptrace(_SYSCALL, pid, 0, None)
        _, status = os.waitpid(pid, 0)
        if os.WIFEXITED(status) or os.WIFSIGNALED(status):
            if status:
                raise AssertionError(f"the work itself failed: {status}")
            return True, name, done
        if os.WSTOPSIG(status) != _STOPPED_BY_CALL:
            continue
        found = _written(pid)
        if found:
            done, name = done + 1, found
            if done == kill_before:
                os.kill(pid, signal.SIGKILL)
                _ = os.waitpid(pid, 0)
                return False, name, done


def _child(work: Callable[[], object]) -> None:
    """What the new process does: it never returns."""
    try:
        _ = _ptrace(_TRACEME, 0, 0, None)
        os.kill(os.getpid(), signal.SIGSTOP)
        _ = work()
    except BaseException:  # noqa: BLE001 -- told, and the process ends
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _written(pid: int) -> str | None:
    """The name of the call that a process is about to make, when it changes a file; None for others, and for what is
    printed."""
    info = _Info()
    _ = _ptrace(_GET_SYSCALL_INFO, pid, ctypes.sizeof(info), ctypes.addressof(info))
    name = _CALLS[platform.machine()].get(info.number) if info.op == _ENTRY else None
    if name == "open":
        return name if info.arguments[2] & _OPENED_TO_MAKE else None
    if name in ("write", "writev") and info.arguments[0] in (1, 2):
        return None
    return name
