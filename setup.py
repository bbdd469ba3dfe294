"""The build compiles the catalogues of the desk, so that a wheel speaks its languages."""

import runpy

from setuptools import setup
from setuptools.command.build_py import build_py


class WithCatalogues(build_py):
    """Builds the package with its catalogues compiled."""

    def run(self) -> None:
        """Compile, then build as ever."""
        compiler = runpy.run_path("scripts/compile_catalogues.py")
        list(compiler["compile_all"]())
        super().run()


setup(cmdclass={"build_py": WithCatalogues})
