// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "core/measurements/measurement_service.h"
#include "core/measurements/template_writer.h"
#include "tests/support/small_shop.h"

#include <QtTest>

using namespace thimblely;
using changes::await;

namespace {

MeasuredValue cm(const char *code, const char *text, Side side = Side::Both)
{
    return MeasuredValue::parse(QString::fromLatin1(code), side, QString::fromLatin1(text), LengthUnit::Centimetre)
        .value();
}

struct Fixture {
    Fixture()
    {
        ClientDraft draft;
        draft.name = QStringLiteral("Bello");
        client.emplace(await(ClientService(*shop.session, *shop.door).add(draft)).value());
        installed = await(shop.door->write<void>(changes::Operation{"first_start.furnish"},
                                                 measurements::installBuiltinTemplates))
                        .ok();
    }
    test::SmallShop shop;
    MeasurementService service{*shop.session, *shop.door};
    std::optional<ClientId> client;
    bool installed = false;
};

} // namespace

class TestMeasurementService : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void installsTheBuiltinTemplatesOnce();
    void aNewSetSupersedes();
    void valuesAreSharedByCode();
    void bodyAndFinishedStayApart();
    void refuses();
    void undoBringsTheLastVersionBack();
    void aVersionSaysWhyAndFromWhere();
    void aSlipIsMistakenWhereItDiffers();
    void aVisitIsOneOperation();
    void aGroupIsOneOperation();
};

void TestMeasurementService::installsTheBuiltinTemplatesOnce()
{
    Fixture f;
    QVERIFY(f.installed);
    const auto first = f.service.templates().value();
    QCOMPARE(first.size(), builtinTemplates().size());
    for (const MeasurementTemplate &one : first) {
        QVERIFY(one.builtin);
        QVERIFY2(!one.fields.empty(), qPrintable(one.name));
    }
    QVERIFY(await(f.shop.door->write<void>(changes::Operation{"first_start.furnish"},
                                           measurements::installBuiltinTemplates))
                .ok());
    QCOMPARE(f.service.templates()->size(), first.size());
}

void TestMeasurementService::aNewSetSupersedes()
{
    Fixture f;
    const TemplateId jacket = f.service.templates()->front().id;
    MeasurementDraft draft{*f.client, jacket, SetKind::Body, {cm("waist_circ", "82,3")}};
    draft.notes = QStringLiteral("after lunch");
    draft.warningsAccepted = {QStringLiteral("waist_circ:measure.outside_usual")};
    draft.posture = QStringLiteral("stoop \"low\"");
    const auto first = await(f.service.save(draft));
    QVERIFY2(first.ok(), qPrintable(first ? QString() : describe(first.error())));
    f.shop.clock.advanceDays(30);
    draft.values = {cm("waist_circ", "84")};
    const auto second = await(f.service.save(draft)).value();
    const auto sets = f.service.setsOf(*f.client).value();
    QCOMPARE(sets.size(), size_t(2));
    QCOMPARE(sets[0].id, second);
    QCOMPARE(sets[0].status, SetStatus::Current);
    QCOMPARE(sets[0].supersedes, std::optional(*first));
    QCOMPARE(sets[0].posture, draft.posture);
    QCOMPARE(sets[0].takenByName, QStringLiteral("Amina Bello"));
    QCOMPARE(sets[0].warningsAccepted, draft.warningsAccepted);
    QCOMPARE(sets[1].status, SetStatus::Superseded);
    QCOMPARE(sets[1].values.front().text, QStringLiteral("82,3"));
}

void TestMeasurementService::valuesAreSharedByCode()
{
    Fixture f;
    const auto templates = f.service.templates().value();
    QVERIFY(await(f.service.save({*f.client,
                                  templates[0].id,
                                  SetKind::Body,
                                  {cm("waist_circ", "82"), cm("arm_wrist_circ", "17", Side::Left),
                                   cm("arm_wrist_circ", "17.2", Side::Right)}}))
                .ok());
    f.shop.clock.advanceDays(10);
    QVERIFY(await(f.service.save(
                      {*f.client, templates[1].id, SetKind::Body, {cm("waist_circ", "83"), cm("hip_circ", "97")}}))
                .ok());
    const auto current = f.service.currentValues(*f.client).value();
    QStringList shown;
    for (const CurrentValue &value : current)
        shown.append(value.value.code + u'=' + value.value.text);
    QCOMPARE(shown, QStringList({QStringLiteral("waist_circ=83"), QStringLiteral("hip_circ=97"),
                                 QStringLiteral("arm_wrist_circ=17"), QStringLiteral("arm_wrist_circ=17.2")}));
    QVERIFY(current[0].takenAt > current[2].takenAt);
}

void TestMeasurementService::bodyAndFinishedStayApart()
{
    Fixture f;
    QVERIFY(await(f.service.save({*f.client, {}, SetKind::Body, {cm("waist_circ", "82")}})).ok());
    QVERIFY(await(f.service.save({*f.client, {}, SetKind::FinishedGarment, {cm("waist_circ", "88")}})).ok());
    QCOMPARE(f.service.currentValues(*f.client)->front().value.text, QStringLiteral("82"));
    QCOMPARE(f.service.currentValues(*f.client, SetKind::FinishedGarment)->front().value.text, QStringLiteral("88"));
    QCOMPARE(f.service.setsOf(*f.client)->at(1).status, SetStatus::Current);
}

void TestMeasurementService::refuses()
{
    Fixture f;
    QCOMPARE(await(f.service.save({*f.client, {}, SetKind::Body, {}})).error().code, QByteArray("measure.empty"));
    QCOMPARE(await(f.service.save({*f.client, {}, SetKind::Body, {cm("waist_circ", "82"), cm("waist_circ", "83")}}))
                 .error()
                 .code,
             QByteArray("measure.same_code"));
    QCOMPARE(await(f.service.save(
                       {*f.client, {}, SetKind::Body, {cm("waist_circ", "82"), cm("waist_circ", "83", Side::Left)}}))
                 .error()
                 .code,
             QByteArray("measure.same_code"));
    QCOMPARE(await(f.service.save({*f.client, TemplateId::make(f.shop.clock), SetKind::Body, {cm("waist_circ", "82")}}))
                 .error()
                 .code,
             QByteArray("template.unknown"));
    QVERIFY(f.service.setsOf(*f.client)->empty());
}

void TestMeasurementService::undoBringsTheLastVersionBack()
{
    Fixture f;
    const auto first = await(f.service.save({*f.client, {}, SetKind::Body, {cm("waist_circ", "82")}})).value();
    f.shop.clock.advanceDays(1);
    QVERIFY(await(f.service.save({*f.client, {}, SetKind::Body, {cm("waist_circ", "84")}})).ok());
    const auto undone = await(f.shop.door->undo());
    QVERIFY2(undone.ok(), qPrintable(undone ? QString() : describe(undone.error())));
    const auto sets = f.service.setsOf(*f.client).value();
    QCOMPARE(sets.size(), size_t(1));
    QCOMPARE(sets.front().id, first);
    QCOMPARE(sets.front().status, SetStatus::Current);
}

void TestMeasurementService::aVersionSaysWhyAndFromWhere()
{
    Fixture f;
    const auto first = await(f.service.save({*f.client, {}, SetKind::Body, {cm("waist_circ", "82")}})).value();
    MeasurementDraft draft{*f.client, {}, SetKind::Body, {cm("waist_circ", "84"), cm("hip_circ", "97")}};
    draft.changeReason = ChangeReason::BodyChanged;
    draft.carried.insert_or_assign(QStringLiteral("hip_circ"), first);
    f.shop.clock.advanceDays(1);
    const auto second = await(f.service.save(draft)).value();
    const MeasurementSet set = f.service.load(second).value();
    QCOMPARE(set.changeReason, std::optional(ChangeReason::BodyChanged));
    QCOMPARE(set.carried.at(QStringLiteral("hip_circ")), first);
    const auto sets = f.service.setsOf(*f.client).value();
    QCOMPARE(supersededBecause(sets.back(), sets), std::optional(ChangeReason::BodyChanged));
    QCOMPARE(supersededBecause(sets.front(), sets), std::nullopt);
    QVERIFY(!isMistaken(sets.back(), QStringLiteral("waist_circ"), sets)); // it was right in its day
}

void TestMeasurementService::aSlipIsMistakenWhereItDiffers()
{
    Fixture f;
    const auto wrong =
        await(f.service.save({*f.client, {}, SetKind::Body, {cm("waist_circ", "82"), cm("hip_circ", "97")}})).value();
    f.shop.clock.advanceDays(1);
    const TemplateId jacket = f.service.templates()->front().id;
    MeasurementDraft kept{*f.client, jacket, SetKind::Body, {cm("waist_circ", "82")}};
    kept.carried.insert_or_assign(QStringLiteral("waist_circ"), wrong);
    const auto resting = await(f.service.save(kept)).value();
    f.shop.clock.advanceDays(1);
    MeasurementDraft right{*f.client, {}, SetKind::Body, {cm("waist_circ", "92"), cm("hip_circ", "97")}};
    right.changeReason = ChangeReason::Error;
    QVERIFY(await(f.service.save(right)));
    const auto sets = f.service.setsOf(*f.client).value();
    const auto slip = std::ranges::find(sets, wrong, &MeasurementSet::id);
    QVERIFY(isMistaken(*slip, QStringLiteral("waist_circ"), sets));
    QVERIFY(!isMistaken(*slip, QStringLiteral("hip_circ"), sets)); // that one was right
    QCOMPARE(restingOn(*slip, {QStringLiteral("waist_circ")}, sets), (std::vector{wrong, resting}));
    QCOMPARE(restingOn(*slip, {QStringLiteral("hip_circ")}, sets), std::vector{wrong});
}

void TestMeasurementService::aVisitIsOneOperation()
{
    Fixture f;
    QCOMPARE(await(f.service.saveVisit({})).error().code, QByteArray("measure.empty"));
    const auto fit =
        MeasuredValue::parseDifference(QStringLiteral("waist_circ"), Side::Both, u"-1.5", LengthUnit::Centimetre);
    QVERIFY(await(f.service.saveVisit(
        {{*f.client, {}, SetKind::Body, {cm("waist_circ", "82")}}, {*f.client, {}, SetKind::FitAdjustment, {*fit}}})));
    QCOMPARE(f.service.currentValues(*f.client, SetKind::FitAdjustment)->front().value.amount, -150);
    // Nothing is adjusted any more: that is a version too.
    QVERIFY(await(f.service.saveVisit({{*f.client, {}, SetKind::FitAdjustment, {}}})));
    QVERIFY(f.service.currentValues(*f.client, SetKind::FitAdjustment)->empty());
    QVERIFY(await(f.shop.door->undo()));
    QVERIFY(await(f.shop.door->undo()));
    QVERIFY(f.service.setsOf(*f.client)->empty());
}

void TestMeasurementService::aGroupIsOneOperation()
{
    Fixture f;
    const TemplateId garment = f.service.templates()->front().id;
    QCOMPARE(await(f.service.saveGroup({garment, *f.client, {}})).error().code, QByteArray("measure.empty"));
    GroupVisit visit{garment, *f.client, {{*f.client, {}, {cm("height", "170")}}, {{}, QStringLiteral("Ada"), {}}}};
    visit.members[1].values = {cm("height", "118")};
    QVERIFY(await(f.service.saveGroup(visit)));
    ClientService clients(*f.shop.session, *f.shop.door);
    const Family family = clients.family(*f.client).value();
    QCOMPARE(family.members.size(), size_t(2));
    QCOMPARE(f.service.currentValues(family.members[1].id)->front().value.text, QStringLiteral("118"));
    // One of them cannot be written: nobody is.
    GroupVisit bad = visit;
    bad.members[0].values = {cm("height", "171"), cm("height", "172")};
    bad.members[1].name = QStringLiteral("Ben");
    QCOMPARE(await(f.service.saveGroup(bad)).error().code, QByteArray("measure.same_code"));
    QCOMPARE(clients.family(*f.client)->members.size(), size_t(2));
    QVERIFY(await(f.shop.door->undo()));
    QVERIFY(clients.family(*f.client)->members.empty());
}

QTEST_GUILESS_MAIN(TestMeasurementService)
#include "tst_measurement_service.moc"
