"""The OpenAPI schema tells the truth: about every parameter, every document and every address."""

from io import StringIO

import jsonschema
import pytest
import yaml
from django.core.management import call_command
from django.test import Client

from deals.api.shapes import schema_of
from deals.api.urls import urlpatterns
from tests import shelf_rows

UNTOLD = {"schema", "docs"}


@pytest.fixture(scope="module")
def schema():
    """The schema as everybody gets it."""
    return Client().get("/api/v1/schema/").json()


def test_it_is_valid_and_made_without_a_warning():
    call_command("spectacular", validate=True, fail_on_warn=True, stdout=StringIO())


def test_it_names_every_address(schema):
    told = {
        f"/api/v1/{str(url.pattern).replace('<slug:', '{').replace('<int:', '{').replace('>', '}')}"
        for url in urlpatterns
        if url.name not in UNTOLD
    }

    assert schema["paths"].keys() == told


def test_every_operation_has_a_name_a_summary_and_a_description(schema):
    operations = [path["get"] for path in schema["paths"].values()]

    assert len({operation["operationId"] for operation in operations}) == len(operations)
    for operation in operations:
        assert operation["summary"]
        assert operation["description"].endswith(".")
        assert {"200", "400", "503"} <= operation["responses"].keys()


@pytest.mark.parametrize("name", ["deals", "register", "parties", "systems", "sources"])
@pytest.mark.django_db
def test_the_parameters_it_names_are_those_that_are_answered(schema, client, name):
    told = [parameter["name"] for parameter in schema["paths"][f"/api/v1/{name}/"]["get"]["parameters"]]

    (error,) = client.get(f"/api/v1/{name}/?no_such_parameter=1").json()["errors"]

    assert error["expected"].startswith(f"one of the parameters: {', '.join(told)}")


def test_parameters_tell_their_codes_and_bounds(schema):
    parameters = {one["name"]: one for one in schema["paths"]["/api/v1/deals/"]["get"]["parameters"]}

    assert parameters["kind"]["schema"]["items"]["enum"][0] == "contract"
    assert parameters["kind"]["explode"] is False
    assert parameters["disputed"]["schema"] == {"type": "boolean"}
    assert parameters["page_size"]["schema"] == {
        "type": "integer",
        "minimum": 1,
        "maximum": 200,
        "default": 50,
    }
    assert parameters["ordering"]["description"] == (
        "Order of the deals; those without a date or value come last. Without it: -published."
    )


def test_documents_are_described_by_their_types_and_the_shelfs_help_texts(schema):
    deal = schema["components"]["schemas"]["DealDocument"]

    assert deal["description"] == "One published deal, complete."
    assert deal["properties"]["title"] == {"type": "string", "description": "Title in our own words."}
    assert deal["properties"]["status"]["enum"][0] == "reported"
    assert deal["properties"]["parties"] == {
        "type": "array",
        "items": {"$ref": "#/components/schemas/PublicInvolvement"},
    }
    assert deal["properties"]["signed"] == {
        "anyOf": [{"$ref": "#/components/schemas/PublicDate"}, {"type": "null"}]
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "component"),
    [
        ("deals/", "DealDocumentList"),
        ("deals/s-400/", "DealDocument"),
        ("deals/s-400/editions/", "EditionEntryList"),
        ("deals/s-400/editions/1/", "DealDocument"),
        ("register/", "RegisterLineDocumentList"),
        ("parties/", "PartyDocumentList"),
        ("parties/india/", "PartyDocument"),
        ("systems/s-400/", "SystemDocument"),
        ("sources/daily/", "SourceDocument"),
        ("", "IndexDocument"),
        ("deals/never/", "Problem"),
        ("deals/?page=0", "Problem"),
        ("deals/gone/", "Problem"),
    ],
)
def test_answers_are_what_it_says(schema, client, address, component):
    shelf_rows.line(shelf_rows.deal("s-400"))
    shelf_rows.party("india")
    shelf_rows.system("s-400")
    shelf_rows.source("daily")
    shelf_rows.tombstone("gone")

    answer = client.get(f"/api/v1/{address}").json()

    jsonschema.validate(
        answer, {"$ref": f"#/components/schemas/{component}", "components": schema["components"]}
    )


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("*/*", "application/json"),
        ("application/json", "application/json"),
        ("application/yaml", "application/yaml"),
        ("application/vnd.oai.openapi", "application/vnd.oai.openapi"),
        ("application/vnd.oai.openapi+json", "application/vnd.oai.openapi+json"),
    ],
)
def test_it_comes_as_json_or_yaml(client: Client, schema, accept, media_type):
    response = client.get("/api/v1/schema/", headers={"Accept": accept})

    assert response.headers["Content-Type"] == media_type
    assert yaml.safe_load(response.content) == schema


def test_it_names_no_host(client: Client):
    content = client.get("/api/v1/schema/").content

    assert b"testserver" not in content
    assert b"localhost" not in content


def test_a_type_that_has_no_place_in_a_document_is_refused():
    with pytest.raises(TypeError) as caught:
        schema_of(bytes)

    assert str(caught.value) == (
        "<class 'bytes'> has no place in a document: expected a TypedDict, a list or a plain JSON type."
    )


def test_the_documentation_page_holds_no_inline_script_or_style(client: Client):
    content = client.get("/api/v1/docs/", headers={"Accept": "text/html"}).content.decode()

    assert "<style" not in content
    assert "<script>" not in content
    assert "://" not in content
    assert 'src="/static/drf_spectacular_sidecar/swagger-ui-dist/swagger-ui-bundle.js"' in content
    assert 'src="/api/v1/docs/?script="' in content


def test_the_documentations_script_sets_no_cookie(client: Client):
    response = client.get("/api/v1/docs/?script=")

    assert response.headers["Content-Type"] == "application/javascript"
    assert 'url: "/api/v1/schema/"'.replace("/", "\\u002F") in response.content.decode() or (
        'url: "/api/v1/schema/"' in response.content.decode()
    )
    assert not response.cookies
