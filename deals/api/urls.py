"""Addresses of the API, below /api/v1/. Once published, an address stays."""

from django.urls import path

from deals.api.details import DealDetail, PartyDetail, SourceDetail, SystemDetail
from deals.api.documentation import Documentation, Schema
from deals.api.editions import EditionDetail, EditionList
from deals.api.index import Index
from deals.api.lists import DealList, PartyList, RegisterLineList, SourceList, SystemList

app_name = "api"

urlpatterns = [
    path("", Index.as_view(), name="index"),
    path("deals/", DealList.as_view(), name="deals"),
    path("deals/<slug:slug>/", DealDetail.as_view(), name="deal"),
    path("deals/<slug:slug>/editions/", EditionList.as_view(), name="editions"),
    path("deals/<slug:slug>/editions/<int:number>/", EditionDetail.as_view(), name="edition"),
    path("register/", RegisterLineList.as_view(), name="register"),
    path("parties/", PartyList.as_view(), name="parties"),
    path("parties/<slug:slug>/", PartyDetail.as_view(), name="party"),
    path("systems/", SystemList.as_view(), name="systems"),
    path("systems/<slug:slug>/", SystemDetail.as_view(), name="system"),
    path("sources/", SourceList.as_view(), name="sources"),
    path("sources/<slug:slug>/", SourceDetail.as_view(), name="source"),
    path("schema/", Schema.as_view(), name="schema"),
    path("docs/", Documentation.as_view(), name="docs"),
]
