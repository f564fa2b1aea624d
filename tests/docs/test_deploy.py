"""What is deployed names what exists."""

import configparser
import importlib
from pathlib import Path

import pytest
from prefect.settings import PREFECT_API_URL, temporary_settings
from typer.testing import CliRunner

from flows.app import USAGE
from flows.cli import app
from schemas.yaml_text import parse_yaml

ROOT = Path(__file__).resolve().parents[2]
DEPLOYMENTS = parse_yaml((ROOT / "prefect.yaml").read_text("utf-8"))["deployments"]


@pytest.mark.parametrize("deployment", DEPLOYMENTS, ids=lambda each: each["name"])
def test_each_deployment_runs_a_flow_that_takes_its_parameters(deployment):
    path, function = deployment["entrypoint"].split(":")
    assert (ROOT / path).exists()
    flow = getattr(importlib.import_module(path.removesuffix(".py").replace("/", ".")), function)
    assert set(deployment.get("parameters", {})) <= set(flow.parameters.properties)
    assert deployment["concurrency_limit"]["limit"] == 1


def test_the_image_copies_every_room():
    lines = (ROOT / "deploy" / "Dockerfile").read_text("utf-8").splitlines()
    sources = {name for line in lines if line.startswith("COPY") for name in line.split()[2:-1]}
    rooms = {path.name for path in ROOT.iterdir() if list(path.glob("*.py"))} - {"tests", "docs"}
    assert rooms <= sources
    assert all((ROOT / name).exists() for name in sources)


def test_compose_builds_with_a_dockerfile_that_exists():
    services = parse_yaml((ROOT / "deploy" / "compose.yaml").read_text("utf-8"))["services"]
    for service in services.values():
        context = (ROOT / "deploy" / service["build"]["context"]).resolve()
        assert (context / service["build"]["dockerfile"]).exists()


def test_the_image_has_the_folders_of_the_volumes():
    compose = parse_yaml((ROOT / "deploy" / "compose.yaml").read_text("utf-8"))
    mounts = [
        each.split(":") for found in compose["services"].values() for each in found["volumes"]
    ]
    folders = {where for name, where, *_ in mounts if name in compose["volumes"]}
    made = (ROOT / "deploy" / "Dockerfile").read_text("utf-8").partition("chown tollcheck /")
    assert folders <= set(f"/{made[2]}".splitlines()[0].split())


def unit(name):
    parsed = configparser.ConfigParser(strict=False, interpolation=None)
    parsed.optionxform = str
    parsed.read(ROOT / "deploy" / name)
    return parsed


def test_the_unit_starts_a_command_that_exists():
    program, command = unit("tollcheck.service")["Service"]["ExecStart"].split()
    assert program.endswith("/tollcheck")
    assert command in {each.name for each in app.registered_commands}


def test_the_unit_has_a_server_that_keeps_its_schedule():
    needed = unit("tollcheck.service")["Unit"]["Requires"]
    assert unit(needed)["Service"]["ExecStart"].endswith("prefect server start")
    assert "PREFECT_API_URL=" in (ROOT / "deploy" / "tollcheck.service").read_text("utf-8")


def test_a_schedule_without_a_server_to_keep_it_is_refused():
    with temporary_settings(restore_defaults={PREFECT_API_URL}):
        result = CliRunner().invoke(app, ["serve"])
    assert result.exit_code == USAGE
    assert "prefect server start" in result.output
