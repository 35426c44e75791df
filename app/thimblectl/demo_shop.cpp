// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/demo_shop.h"

#include "core/access/privileged/first_start.h"
#include "core/access/privileged/workspace_slug.h"
#include "core/accounts/first_start_service.h"
#include "core/accounts/team_service.h"
#include "core/measurements/template_writer.h"

namespace thimblectl {

using namespace thimblely;

namespace {

const QString ownerLogin = QStringLiteral("amina@thimble.example");
const QString ownerPassword = QStringLiteral("chalk and thread");
const QString ownerPin = QStringLiteral("739164");

struct DemoCity {
    const char *shop;
    const char *country;
    const char *currency;
    const char *zone;
    const char *locale;
};
constexpr DemoCity cities[] = {
    {"Amina Bello Tailoring", "NG", "NGN", "Africa/Lagos", "en_NG"},
    {"Atelier Amina", "FR", "EUR", "Europe/Paris", "fr_FR"},
    {"Bello & Daughters", "KE", "KES", "Africa/Nairobi", "en_KE"},
    {"Amina Stitch House", "IN", "INR", "Asia/Kolkata", "en_IN"},
};

struct DemoColleague {
    const char *name;
    access::Role role;
    access::Job job;
    const char *login;
    const char *password;
    const char *pin;
    const char *shown;
};
constexpr DemoColleague colleagues[] = {
    {"Tunde Okafor", access::Role::Member, access::Job::Counter, "tunde@thimble.example", "measure twice", "284613",
     "counter"},
    {"Sade Adeyemi", access::Role::Member, access::Job::Cutter, "sade@thimble.example", "cut only once", "507946",
     "cutter"},
    {"Kemi Balogun", access::Role::Member, access::Job::Stitcher, "kemi@thimble.example", "one stitch more", "618357",
     "stitcher"},
};

} // namespace

Result<access::Principal> makeDemoFile(const QString &path, const DemoClock &clock, std::vector<DemoPerson> &people)
{
    FirstStartInput input;
    input.shopName = QString::fromLatin1(cities[0].shop);
    input.countryCode = QString::fromLatin1(cities[0].country);
    input.currency = QString::fromLatin1(cities[0].currency);
    input.ownerName = QStringLiteral("Amina Bello");
    input.ownerLogin = ownerLogin;
    input.password = ownerPassword;
    input.pin = ownerPin;
    TRY_ASSIGN(const access::Principal owner, changes::await(FirstStartService::create(path, input, clock)));
    people.push_back({input.ownerName, ownerLogin, ownerPassword, ownerPin, QStringLiteral("owner"),
                      access::slugFromName(input.shopName)});
    return owner;
}

Result<access::Principal> makeDemoWorkspace(const QString &path, int number, const access::Principal &owner,
                                            const DemoClock &clock, std::vector<DemoPerson> &people)
{
    const DemoCity &city = cities[number % std::ssize(cities)];
    access::NewWorkspace shop;
    shop.name = QString::fromLatin1(city.shop);
    if (number >= std::ssize(cities))
        shop.name += QStringLiteral(" %1").arg(number + 1);
    shop.slug = access::slugFromName(shop.name);
    shop.countryCode = QString::fromLatin1(city.country);
    shop.currency = QString::fromLatin1(city.currency);
    shop.locale = QString::fromLatin1(city.locale);
    shop.timeZone = QString::fromLatin1(city.zone);
    TRY_ASSIGN(const access::Principal principal,
               access::makeWorkspace(storage::OpenOptions{path}, owner.person, shop, owner.device, clock));
    people.push_back(
        {QStringLiteral("Amina Bello"), ownerLogin, ownerPassword, ownerPin, QStringLiteral("owner"), shop.slug});
    TRY_ASSIGN(const auto opened, openDemoShop(path, principal, clock));
    TRY(changes::await(opened.door->write<void>(changes::Operation{"first_start.furnish", {}, false},
                                                measurements::installBuiltinTemplates)));
    return principal;
}

Result<DemoShop> openDemoShop(const QString &path, const access::Principal &owner, const DemoClock &clock)
{
    DemoShop shop;
    TRY_ASSIGN(shop.session, access::Session::open(path, owner));
    TRY_ASSIGN(shop.door, changes::WriteDoor::open(*shop.session, clock, storage::OpenOptions::Durability::Import));
    return shop;
}

Result<void> addDemoStaff(DemoShop &shop, std::vector<DemoPerson> &people)
{
    TeamService team(*shop.session, *shop.door);
    for (const DemoColleague &colleague : colleagues) {
        const NewPerson person{QString::fromLatin1(colleague.name),
                               colleague.role,
                               colleague.job,
                               QString::fromLatin1(colleague.pin),
                               QString::fromLatin1(colleague.login),
                               QString::fromLatin1(colleague.password)};
        TRY_ASSIGN(const PersonId id, changes::await(team.add(person)));
        if (colleague.job == access::Job::Cutter || colleague.job == access::Job::Stitcher)
            shop.workroom.push_back(id);
        people.push_back({person.name, person.login, person.password, person.pin, QString::fromLatin1(colleague.shown),
                          people.front().workspace});
    }
    return {};
}

} // namespace thimblectl
