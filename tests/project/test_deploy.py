"""The files for running it elsewhere, read by the tools that know their formats."""

import re
import shutil
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import crossplane
import pytest
import yaml

from prep.app import MAX_BODY, create_app
from prep.bank.loader import load
from prep.server.gunicorn import KEEP_ALIVE_SECONDS, STOP_SECONDS
from prep.settings import Settings
from tests.conftest import BANKS

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / ".setup/deploy"
BIN = Path(sys.executable).parent
KUBERNETES = {one["kind"]: one for one in yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text("utf-8"))}
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))


UNIT = (DEPLOY / "prep.service").read_text("utf-8").splitlines()


def run(*command, **options):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, **options)
    assert done.returncode == 0, done.stdout + done.stderr


def words(name: str) -> str:
    return (DEPLOY / name).read_text("utf-8")


def test_the_container_file_has_no_known_flaw():
    run(BIN / "hadolint", "--failure-threshold", "info", DEPLOY / "Containerfile")


def test_the_container_takes_its_packages_from_the_lists_that_all_use():
    packages = (ROOT / ".setup/packages-serve.txt").read_text("utf-8").split()
    assert not [package for package in packages if package in words("Containerfile")]
    assert "/setup/system serve" in words("Containerfile")
    assert "--require-hashes" in words("Containerfile")


def test_the_container_has_no_rights_and_starts_no_shell():
    lines = words("Containerfile").splitlines()
    assert "USER 10001:10001" in lines
    for start in ("ENTRYPOINT", "    CMD"):
        (line,) = [line for line in lines if line.startswith(start)]
        assert line.split(maxsplit=1)[1].startswith("["), "a shell would read it"


def test_only_what_the_build_copies_reaches_it():
    rules = words("Containerfile.dockerignore").splitlines()
    assert rules[1] == "*"
    copied = {
        word.rstrip("/")
        for line in words("Containerfile").splitlines()
        if line.startswith("COPY ") and "--from" not in line
        for word in line.split()[1:-1]
    }
    assert copied == {rule[1:] for rule in rules if rule.startswith("!")}
    assert all((ROOT / name).exists() for name in copied)


COMPOSE_CHECK = (BIN / "check-jsonschema", "--builtin-schema", "vendor.compose-spec")
CLUSTER_CHECK = (BIN / "kubernetes-validate", "--strict", "--kubernetes-version", "1.34")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("check", "name", "right", "wrong"),
    [
        (COMPOSE_CHECK, "compose.yaml", "services:", "servces:"),
        (CLUSTER_CHECK, "kubernetes.yaml", "ports:", "prots:"),
    ],
)
def test_it_is_as_its_schema_says_and_with_a_slip_of_the_pen_it_is_not(tmp_path, check, name, right, wrong):
    run(*check, DEPLOY / name)
    slip = tmp_path / name
    slip.write_text(words(name).replace(right, wrong), "utf-8")
    with pytest.raises(AssertionError, match=wrong.rstrip(":")):
        run(*check, slip)


@pytest.mark.parametrize("name", ["prep", "caddy"])
def test_composed_services_can_write_nothing_and_gain_no_rights(name):
    service = COMPOSE["services"][name]
    assert service["read_only"]
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]


def test_composed_only_the_proxy_is_reached_from_outside():
    assert "ports" not in COMPOSE["services"]["prep"]
    assert COMPOSE["networks"]["inside"]["internal"]


def test_on_a_cluster_it_has_no_rights_and_no_way_out():
    pod = KUBERNETES["Deployment"]["spec"]["template"]["spec"]
    (container,) = pod["containers"]
    assert pod["securityContext"]["runAsNonRoot"]
    assert not pod["automountServiceAccountToken"]
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert set(container["resources"]) == {"requests", "limits"}
    assert KUBERNETES["NetworkPolicy"]["spec"]["egress"] == []


def test_on_a_cluster_it_may_finish_what_is_under_way():
    assert KUBERNETES["Deployment"]["spec"]["template"]["spec"]["terminationGracePeriodSeconds"] > STOP_SECONDS
    assert int(COMPOSE["services"]["prep"]["stop_grace_period"].rstrip("s")) > STOP_SECONDS


def test_the_settings_of_nginx_are_understood():
    read = crossplane.parse(str(DEPLOY / "nginx.conf"), check_ctx=True, check_args=True, strict=True)
    assert (read["status"], read["errors"]) == ("ok", [])


def test_no_proxy_keeps_a_log_or_a_file_of_what_people_send():
    assert "access_log off;" in words("nginx.conf")
    assert "proxy_max_temp_file_size 0;" in words("nginx.conf")
    assert directive("client_body_buffer_size") == directive("client_max_body_size")
    directives = [line.split()[0] for line in words("Caddyfile").splitlines() if line.strip()]
    assert directives.count("log") == 1
    assert "log { exclude http.log.error }" in " ".join(words("Caddyfile").split())
    assert "request_buffers 1MiB" in words("Caddyfile")


def directive(name: str) -> list[str]:
    """Return what nginx is told under this name, wherever that stands."""
    return re.findall(rf"^\s*{name} ([^;]+);", words("nginx.conf"), re.MULTILINE)


def test_proxies_take_exactly_the_bodies_that_we_take():
    assert MAX_BODY == 1 << 20
    assert directive("client_max_body_size") == ["1m"]
    assert "max_size 1MiB" in words("Caddyfile")


def test_nginx_speaks_only_the_protocols_and_ciphers_that_are_recommended():
    assert directive("ssl_protocols") == ["TLSv1.2 TLSv1.3"]
    (ciphers,) = directive("ssl_ciphers")
    assert all(re.fullmatch(r"ECDHE-(ECDSA|RSA)-(AES\d+-GCM|CHACHA20)-\w+", one) for one in ciphers.split(":"))


def test_proxies_let_go_of_an_idle_connection_before_we_do():
    (of_nginx,) = directive("keepalive_timeout")
    (of_caddy,) = re.findall(r"^\s*keepalive (\S+)$", words("Caddyfile"), re.MULTILINE)
    assert int(of_nginx.rstrip("s")) < KEEP_ALIVE_SECONDS
    assert int(of_caddy.rstrip("s")) < KEEP_ALIVE_SECONDS


SMALL = {"/<lang>/", "/<lang>/clinics", "/<lang>/sources", "/api/v1/questions"}
"""Where what is posted costs no more than a page."""


def costly_paths() -> list[str]:
    """Return a path of every route that makes a list or a PDF: all that is posted, unless it is known to be small."""
    rules = create_app(Settings(), load(BANKS / "small.yaml")).url_map.iter_rules()
    posted = {rule.rule for rule in rules if "POST" in rule.methods and not rule.rule.startswith("/c/")}
    printed = {rule.rule for rule in rules if rule.rule.endswith(".pdf")}
    return [re.sub("<.*?>", "x", path) for path in (posted - SMALL) | printed]


def test_nginx_limits_whatever_makes_a_pdf():
    (pattern,) = re.findall(r"location ~ (\S+) {", words("nginx.conf"))
    assert len(costly_paths()) > 5
    assert not [path for path in costly_paths() if not re.search(pattern, path)]
    inside = words("nginx.conf").partition("location ~")[2]
    assert "limit_req " in inside
    assert "limit_conn " in inside


def test_the_lines_for_caddys_rate_limits_name_whatever_makes_a_pdf():
    (patterns,) = re.findall(r"^\s*path (.+)$", words("README.md"), re.MULTILINE)
    assert not [path for path in costly_paths() if not any(fnmatch(path, one) for one in patterns.split())]


def test_proxies_say_themselves_whom_they_serve_and_are_believed():
    assert directive("proxy_set_header")[-1] == "X-Forwarded-For $remote_addr"
    assert "header_up X-Forwarded-For {remote_host}" in words("Caddyfile")
    (subnet,) = (one["subnet"] for one in COMPOSE["networks"]["inside"]["ipam"]["config"])
    assert COMPOSE["services"]["prep"]["environment"]["PREP_PROXIES"] == subnet
    assert "Environment=PREP_PROXIES=127.0.0.1" in UNIT


def test_nothing_of_its_memory_reaches_a_disk():
    service = COMPOSE["services"]["prep"]
    assert service["ulimits"] == {"core": 0}
    assert service["memswap_limit"] == service["mem_limit"]
    assert {"LimitCORE=0", "MemorySwapMax=0"} <= set(UNIT)
    assert "swap" in words("README.md")


def test_a_unit_stops_it_gently_and_gives_it_no_rights():
    assert {"KillMode=mixed", "DynamicUser=yes", "NoNewPrivileges=yes", "ProtectSystem=strict"} <= set(UNIT)
    (seconds,) = [int(line.partition("=")[2]) for line in UNIT if line.startswith("TimeoutStopSec=")]
    assert seconds > STOP_SECONDS


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
def test_systemd_accepts_its_unit(tmp_path):
    unit = tmp_path / "prep.service"
    unit.write_text(words("prep.service").replace("/opt/prep/bin/prep", "/bin/true"), "utf-8")
    done = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_base_of_the_image_can_be_given_by_its_digest():
    lines = words("Containerfile").splitlines()
    assert [line.split()[1] for line in lines if line.startswith("FROM ")] == ["${BASE}", "${BASE}"]
    assert COMPOSE["services"]["prep"]["build"]["args"]["BASE"].startswith("${BASE_IMAGE:-")


def test_no_redirect_repeats_what_was_asked_for():
    returns = [line for line in words("nginx.conf").splitlines() if line.split()[:1] in (["return"], ["rewrite"])]
    assert returns
    assert not [line for line in returns if "$" in line.split("#")[0]]


def test_as_many_pdfs_are_made_at_once_as_there_are_processors():
    (container,) = KUBERNETES["Deployment"]["spec"]["template"]["spec"]["containers"]
    settings = {one["name"]: one["value"] for one in container["env"]}
    assert settings["PREP_RENDERERS"] == container["resources"]["limits"]["cpu"]
    assert COMPOSE["services"]["prep"]["environment"]["PREP_RENDERERS"] == str(COMPOSE["services"]["prep"]["cpus"])


def test_on_a_cluster_a_rush_for_pdfs_takes_no_page_away():
    (container,) = KUBERNETES["Deployment"]["spec"]["template"]["spec"]["containers"]
    assert container["readinessProbe"]["httpGet"]["path"] == "/healthz"
    assert container["startupProbe"]["httpGet"]["path"] == "/readyz"


def test_caddy_accepts_its_settings():
    run(BIN / "caddy", "validate", "--adapter", "caddyfile", "--config", DEPLOY / "Caddyfile")


@pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not installed")
def test_nginx_accepts_its_settings(tmp_path):
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost",
        "-keyout", key, "-out", certificate)  # fmt: skip
    settings = tmp_path / "nginx.conf"
    ours = words("nginx.conf").replace("/etc/ssl/private/prep.example.org.key", str(key))
    settings.write_text(ours.replace("/etc/ssl/certs/prep.example.org.pem", str(certificate)), "utf-8")
    run("nginx", "-t", "-q", "-c", settings)
