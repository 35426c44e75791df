// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/demo_shop.h"

#include "core/clients/client_writer.h"
#include "core/measurements/measurement_service.h"
#include "core/measurements/measurement_writer.h"
#include "core/measurements/template_writer.h"

namespace thimblectl {

using namespace thimblely;

namespace {

//! Given names of women and men and family names that go together.
struct Culture {
    const char *women[8];
    const char *men[8];
    const char *families[10];
    const char *phone; //!< '#' is a digit
};
constexpr Culture cultures[] = {
    {{"Amina", "Ngozi", "Folake", "Chidinma", "Halima", "Yetunde", "Adaeze", "Zainab"},
     {"Tunde", "Emeka", "Ibrahim", "Segun", "Chukwudi", "Musa", "Femi", "Obinna"},
     {"Bello", "Okafor", "Adeyemi", "Okonkwo", "Balogun", "Eze", "Danjuma", "Ogunleye", "Nwosu", "Lawal"},
     "080# ### ####"},
    {{"Camille", "Aïcha", "Élodie", "Françoise", "Léa", "Maëlle", "Inès", "Chloé"},
     {"Étienne", "Mathieu", "François", "Moussa", "Loïc", "Théo", "Rémi", "Hugo"},
     {"Lefèvre", "Diallo", "Moreau", "Garçon", "Fournier", "Traoré", "Bénard", "Roux", "Noël", "Cissé"},
     "06 ## ## ## ##"},
    {{"فاطمة", "مريم", "ليلى", "نور", "هدى", "سلمى", "أمينة", "زينب"},
     {"أحمد", "محمد", "يوسف", "خالد", "عمر", "إبراهيم", "حسن", "طارق"},
     {"العلي", "منصور", "الحداد", "الخياط", "درويش", "سعيد", "النجار", "حمدان", "عثمان", "الشامي"},
     "+971 50 ### ####"},
    {{"Priya", "Ananya", "Lakshmi", "Meera", "Kavita", "Sunita", "Neha", "Fatima"},
     {"Arjun", "Rahul", "Vikram", "Imran", "Sanjay", "Ravi", "Anil", "Suresh"},
     {"Sharma", "Patel", "Iyer", "Khan", "Reddy", "Singh", "Nair", "Gupta", "Das", "Mehta"},
     "+91 98### #####"},
    {{"Wanjiru", "Achieng", "Mumbi", "Amani", "Neema", "Zawadi", "Akinyi", "Halima"},
     {"Kamau", "Otieno", "Juma", "Mwangi", "Baraka", "Kiprop", "Hassan", "Omondi"},
     {"Kariuki", "Odhiambo", "Mutua", "Njoroge", "Wafula", "Cheruiyot", "Abdalla", "Ochieng", "Kimani", "Mwita"},
     "+254 7## ######"},
    {{"Sofia", "Lucía", "Carmen", "Inés", "Marta", "Ana", "Isabel", "Núria"},
     {"José", "Andrés", "Íñigo", "Miguel", "Joaquín", "Pablo", "Raúl", "Óscar"},
     {"García", "Muñoz", "Ibáñez", "López", "Peña", "Vázquez", "Núñez", "Ortiz", "Sánchez", "Cruz"},
     "+34 6## ### ###"},
};
constexpr const char *fitNotes[] = {"right shoulder low", "left sleeve +1.2", "likes room at the waist",
                                    "stands very straight", "no vents"};
constexpr const char *tags[] = {"wedding", "choir", "office", "school"};

QString digitsInto(const char *pattern, DemoRandom &random)
{
    QString number = QString::fromLatin1(pattern);
    for (QChar &c : number) {
        if (c == u'#')
            c = QChar(u'0' + int(random.below(10)));
    }
    return number;
}

ClientDraft draftOf(DemoRandom &random)
{
    const Culture &culture = random.pick(cultures);
    const bool woman = random.oneIn(2);
    ClientDraft draft;
    const QString family = QString::fromUtf8(random.pick(culture.families));
    draft.name = QString::fromUtf8(woman ? random.pick(culture.women) : random.pick(culture.men)) + u' ' + family;
    draft.gender = woman ? GenderForFit::Female : GenderForFit::Male;
    draft.phones.push_back({digitsInto(culture.phone, random), random.oneIn(2) ? PhoneUse::Both : PhoneUse::Call});
    if (random.oneIn(3))
        draft.email = QStringLiteral("client%1@mail.example").arg(random.between(100, 999'999));
    if (random.oneIn(9))
        draft.company = family + QStringLiteral(" & Co");
    if (random.oneIn(4))
        draft.fitNotes = QString::fromUtf8(random.pick(fitNotes));
    if (random.oneIn(5))
        draft.tags.append(QString::fromUtf8(random.pick(tags)));
    return draft;
}

//! Bodies are of a piece: every value lies at about the same place between the slim and the full.
std::vector<MeasuredValue> valuesFor(Garment garment, GenderForFit gender, DemoRandom &random)
{
    std::vector<MeasuredValue> values;
    const qint64 build = random.between(15, 85);
    const QStringList codes = templateCodes(garment);
    for (const QString &code : codes) {
        const MeasurementField *field = measurementField(code);
        if (!field || field->kind != MeasurementKind::Body || field->dimension != MeasurementDimension::Length)
            continue;
        const auto &range = gender == GenderForFit::Female && field->women ? field->women : field->men;
        if (!range)
            continue;
        const qint64 place = std::clamp<qint64>(build + random.between(-8, 8), 0, 100);
        const qint64 amount = (range->least + (range->most - range->least) * place / 100 + 25) / 50 * 50;
        const QString text = toText(Length(amount), LengthUnit::Centimetre);
        values.push_back({code, Side::Both, amount, AmountUnit::Centimetre, text});
    }
    return values;
}

Result<void> measure(changes::WriteContext &context, DemoShop &shop, ClientId client, GenderForFit gender,
                     DemoRandom &random)
{
    const auto builtins = builtinTemplates(); // those for grown people first
    const auto grown = std::ranges::find(builtins, true, &BuiltinTemplate::child) - builtins.begin();
    const BuiltinTemplate &chosen = builtins[size_t(random.below(grown))];
    MeasurementDraft draft{client, measurements::builtinTemplateId(context.principal().workspace, chosen.key),
                           SetKind::Body, valuesFor(chosen.garment, gender, random)};
    if (draft.values.empty())
        return {};
    TRY_ASSIGN(shop.measured.back(), measurements::save(context, draft));
    return {};
}

} // namespace

Result<void> addDemoClients(DemoShop &shop, const DemoPlan &plan, DemoRandom &random)
{
    constexpr int inOneOperation = 500;
    for (int first = 0; first < plan.clients; first += inOneOperation) {
        const int count = std::min(inOneOperation, plan.clients - first);
        const auto added = changes::await(
            shop.door->write<void>(changes::Operation{"clients.import", {QStringLiteral("demo")}},
                                   [&](changes::WriteContext &context) -> Result<void> {
                                       for (int i = 0; i < count; ++i) {
                                           const ClientDraft draft = draftOf(random);
                                           TRY_ASSIGN(const ClientId client, clients::add(context, draft));
                                           shop.clients.push_back(client);
                                           shop.measured.emplace_back();
                                           if (!random.oneIn(3))
                                               TRY(measure(context, shop, client, draft.gender, random));
                                       }
                                       return {};
                                   }));
        if (!added)
            return added.error();
    }
    return {};
}

} // namespace thimblectl
