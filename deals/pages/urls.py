"""Addresses of the public pages. They are cited: none ever changes its meaning."""

from django.urls import path

from deals.pages import deal, deal_list, health, home, parties, sources, systems

app_name = "pages"

urlpatterns = [
    path("", home.home, name="home"),
    path("about/", home.about, name="about"),
    path("deals/", deal_list.deal_list, name="deals"),
    path("deals/<slug:slug>/", deal.deal, name="deal"),
    path("deals/<slug:slug>/editions/", deal.editions, name="editions"),
    path("deals/<slug:slug>/editions/<int:number>/", deal.edition, name="edition"),
    path("parties/", parties.party_list, name="parties"),
    path("parties/<slug:slug>/", parties.party, name="party"),
    path("systems/", systems.system_list, name="systems"),
    path("systems/<slug:slug>/", systems.system, name="system"),
    path("sources/", sources.source_list, name="sources"),
    path("sources/<slug:slug>/", sources.source, name="source"),
    path("healthz", health.healthz, name="healthz"),
    path("robots.txt", home.robots, name="robots"),
]
