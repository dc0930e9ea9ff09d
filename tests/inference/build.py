"""Makes the inference server and its network, once for each version that is locked.

    .venv/inference/bin/python -m tests.inference.build

The sources come from the package index, checked against the hash in the lock; cmake and ninja are
those of the environment; a C++ compiler has to be on the machine. A build that was broken off goes
on where it stood. Without a compiler nothing is built, which is said, and the tests are skipped.
"""

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from time import perf_counter

from tests.inference.kept import HOME, LOCK, NETWORK, SERVER, SOURCES

WORK = HOME / "build"
OPTIONS = {
    "CMAKE_BUILD_TYPE": "Release",
    "CMAKE_C_FLAGS_RELEASE": "-O1",
    "CMAKE_CXX_FLAGS_RELEASE": "-O1",  # the compiler's time is what is long here
    "CMAKE_EXE_LINKER_FLAGS": "-s",
    "BUILD_SHARED_LIBS": "OFF",  # one file, which can be kept
    "GGML_NATIVE": "OFF",  # and runs on another machine of the same kind
    "GGML_CCACHE": "OFF",
    "GGML_LLAMAFILE": "OFF",
    "GGML_OPENMP": "OFF",
    "LLAMA_BUILD_APP": "OFF",
    "LLAMA_BUILD_EXAMPLES": "OFF",
    "LLAMA_BUILD_IS_DEV": "OFF",
    "LLAMA_BUILD_TESTS": "OFF",
    "LLAMA_BUILD_UI": "OFF",
    "LLAMA_OPENSSL": "OFF",
    "LLAMA_USE_PREBUILT_UI": "OFF",  # it would be fetched, unchecked
}


def main() -> None:
    """Make what is missing; exit status 0 too where there is no compiler."""
    from tests.inference import network  # what it needs stands in this environment alone

    network.write(NETWORK)
    if SERVER.is_file():
        return
    absent = [kind for kind, names in COMPILERS.items() if not any(map(shutil.which, names))]
    if absent:
        print(
            f"No {' and no '.join(absent)} compiler here: the inference server is not built, and"
            " its tests are skipped.",
            file=sys.stderr,
        )
        return
    begun = perf_counter()
    print("Building llama-server: some minutes, once.", flush=True)
    WORK.mkdir(parents=True, exist_ok=True)
    _build(_unpacked(_fetched()))
    shutil.rmtree(WORK)
    size = SERVER.stat().st_size / 1e6
    print(f"{SERVER.name}: {size:.1f} MB, {perf_counter() - begun:.0f} s")


COMPILERS = {
    "C": (os.environ.get("CC", "cc"), "gcc", "clang"),
    "C++": (os.environ.get("CXX", "c++"), "g++", "clang++"),
}


def _fetched() -> Path:
    """The source distribution, as the lock's hash says that it is."""
    entries = LOCK.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    (wanted,) = (one for one in entries if one.startswith(f"{SOURCES}=="))
    (WORK / "sources.txt").write_text(wanted, encoding="utf-8")
    _run(
        sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes",
        "--no-build-isolation", "--no-binary", SOURCES, "--dest", WORK,
        "--requirement", WORK / "sources.txt",
    )  # fmt: skip
    (archive,) = WORK.glob("*.tar.gz")
    return archive


def _unpacked(archive: Path) -> Path:
    """The folder with the sources of llama.cpp."""
    with tarfile.open(archive) as packed:
        parts = [one for one in packed.getmembers() if "/vendor/llama.cpp/" in one.name]
        packed.extractall(WORK, members=parts, filter="data")
    (folder,) = WORK.glob("*/vendor/llama.cpp")
    return folder


def _build(sources: Path) -> None:
    tools, made = Path(sys.executable).parent, WORK / "made"
    defined = [f"-D{name}={value}" for name, value in OPTIONS.items()]
    ninja = f"-DCMAKE_MAKE_PROGRAM={tools / 'ninja'}"
    os.nice(10)
    _run(tools / "cmake", "-G", "Ninja", "-S", sources, "-B", made, ninja, *defined)
    jobs = str(os.cpu_count() or 1)
    _run(tools / "cmake", "--build", made, "--target", "llama-server", "--parallel", jobs)
    for old in HOME.glob("llama-server-*"):
        old.unlink()
    shutil.move(made / "bin" / "llama-server", SERVER)


def _run(*command: str | Path) -> None:
    """Run `command`; what it prints is kept in a file, and shown if it fails."""
    log = WORK / "log.txt"
    with log.open("wb") as kept:
        ended = subprocess.run(command, stdout=kept, stderr=subprocess.STDOUT, check=False)
    if ended.returncode != 0:
        said = log.read_text(encoding="utf-8", errors="replace").splitlines()
        sys.exit("\n".join([*said[-30:], f"{Path(command[0]).name} failed; see {log}"]))


if __name__ == "__main__":
    main()
