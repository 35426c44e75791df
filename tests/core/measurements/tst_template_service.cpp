// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/bin.h"
#include "core/measurements/measured_value.h"
#include "core/measurements/template_service.h"
#include "core/measurements/template_writer.h"
#include "tests/support/small_shop.h"

#include <QtTest>

using namespace thimblely;
using changes::await;

class TestTemplateService : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_shop.reset(); }
    void whatAnOlderProgramLacksIsAdded();
    void theBuiltinOnesAreAsTailorsMeasure();
    void aCopyIsTheShopsOwn();
    void fieldsOfTheirOwnComeBackAsTheyWereMade();
    void theOrderIsTheNotebooks();
    void removedIsUndone();
    void refuses_data();
    void refuses();
    void namesAreFree();
    void ownCodesSayWhatTheyCount();

private:
    TemplateService service() { return {*m_shop->session, *m_shop->door}; }
    MeasurementTemplate jacket();
    std::unique_ptr<test::SmallShop> m_shop;
};

void TestTemplateService::init()
{
    m_shop = std::make_unique<test::SmallShop>();
    QVERIFY(await(service().installMissing()));
}

MeasurementTemplate TestTemplateService::jacket()
{
    return service()
        .load(measurements::builtinTemplateId(m_shop->principal.workspace, QLatin1StringView("jacket")))
        .value();
}

void TestTemplateService::whatAnOlderProgramLacksIsAdded()
{
    test::SmallShop older;
    TemplateService there(*older.session, *older.door);
    QVERIFY(TemplateService::lacksBuiltin(there.all().value()));
    QVERIFY(await(there.installMissing()));
    const auto all = there.all().value();
    QCOMPARE(all.size(), builtinTemplates().size());
    QVERIFY(!TemplateService::lacksBuiltin(all));
    const auto children = std::ranges::count_if(all, [](const auto &each) { return isForChildren(each.garmentType); });
    QCOMPARE(children, 8);
    for (const MeasurementTemplate &each : all) {
        const auto bust = std::ranges::find(each.fields, QStringLiteral("lowbust_circ"), &TemplateField::code);
        QVERIFY2(!isForChildren(each.garmentType) || bust == each.fields.end(), qPrintable(each.name));
    }
    QVERIFY(!await(older.door->undo())); // nobody's news, and nobody takes it back
}

void TestTemplateService::theBuiltinOnesAreAsTailorsMeasure()
{
    const auto sleeve = [](const MeasurementTemplate &garment) {
        return *std::ranges::find(garment.fields, QStringLiteral("arm_shoulder_tip_to_wrist"), &TemplateField::code);
    };
    const WorkspaceId workspace = m_shop->principal.workspace;
    const auto builtin = [&](const char *key) {
        return service().load(measurements::builtinTemplateId(workspace, QLatin1StringView(key))).value();
    };
    QVERIFY(sleeve(jacket()).sides);
    QVERIFY(!sleeve(builtin("child_jacket")).sides);
    QStringList sections;
    for (const TemplateField &field : builtin("agbada").fields)
        sections.append(field.section);
    sections.removeDuplicates();
    QCOMPARE(sections, QStringList({QStringLiteral("body"), QStringLiteral("Agbada robe"), QStringLiteral("Inner top"),
                                    QStringLiteral("Sokoto"), QStringLiteral("Cap")}));
}

void TestTemplateService::aCopyIsTheShopsOwn()
{
    TemplateDraft draft = jacket().draft();
    draft.name = QStringLiteral("  Amina's jacket ");
    const TemplateId id = await(service().add(draft)).value();
    const MeasurementTemplate made = service().load(id).value();
    QCOMPARE(made.name, QStringLiteral("Amina's jacket"));
    QVERIFY(!made.builtin);
    QCOMPARE(made.fields, jacket().fields);
    QCOMPARE(made.version, 1);
}

void TestTemplateService::fieldsOfTheirOwnComeBackAsTheyWereMade()
{
    MeasurementTemplate before = jacket();
    TemplateField vents{ownFieldCode(QStringLiteral("Vents"), MeasurementDimension::Words), QStringLiteral("Vents"),
                        QStringLiteral("Style"), true};
    vents.kind = MeasurementKind::Finished;
    vents.choices = {QStringLiteral("none"), QStringLiteral("one"), QStringLiteral("two")};
    before.fields.push_back(vents);
    before.fields[3].sides = true;
    before.fields[3].label = QStringLiteral("Body");
    QVERIFY(await(service().update(before.id, before.draft())));
    const MeasurementTemplate after = jacket();
    QCOMPARE(after.fields, before.fields);
    QCOMPARE(after.version, before.version + 1);
    QVERIFY(after.builtin);
    QCOMPARE(kindOf(after.fields.back()), MeasurementKind::Finished);
    QVERIFY(await(service().update(before.id, before.draft()))); // the same again writes nothing
    QCOMPARE(jacket().version, after.version);
}

void TestTemplateService::theOrderIsTheNotebooks()
{
    const auto before = jacket();
    const QString last = before.fields.back().code;
    QVERIFY(await(service().reorder(before.id, {last})));
    QCOMPARE(jacket().fields.front().code, last);
    QCOMPARE(jacket().fields.size(), before.fields.size());
    QVERIFY(await(m_shop->door->undo()));
    QCOMPARE(jacket().fields, before.fields);
}

void TestTemplateService::removedIsUndone()
{
    QCOMPARE(await(service().remove(jacket().id, {})).error().code, QByteArray("template.builtin"));
    TemplateDraft draft = jacket().draft();
    draft.name = QStringLiteral("Frock coat");
    const TemplateId id = await(service().add(draft)).value();
    QVERIFY(await(service().remove(id, draft.name)));
    QCOMPARE(service().load(id).error().code, QByteArray("template.unknown"));
    QVERIFY(await(m_shop->door->undo()));
    QCOMPARE(service().load(id)->name, draft.name);
    QVERIFY(await(service().remove(id, draft.name)));
    const changes::Bin::Page bin = changes::Bin::page(*m_shop->session).value();
    QCOMPARE(bin.things.size(), size_t(1));
    QCOMPARE(bin.things[0].name, draft.name);
    const TemplateId other = await(service().add(draft)).value(); // of the same name
    QCOMPARE(await(changes::Bin::restore(*m_shop->door, bin.things[0])).error().code,
             QByteArray("template.name_taken"));
    QVERIFY(await(service().remove(other, draft.name)));
    QVERIFY(await(changes::Bin::restore(*m_shop->door, bin.things[0])));
    QCOMPARE(service().load(id)->name, draft.name);
}

void TestTemplateService::refuses_data()
{
    QTest::addColumn<TemplateDraft>("draft");
    QTest::addColumn<QByteArray>("code");
    const TemplateField waist{QStringLiteral("waist_circ"), {}, {}};
    const TemplateField nameless{QStringLiteral("@x"), {}, {}};
    TemplateField one{QStringLiteral("@v_words"), QStringLiteral("Vents"), {}};
    one.choices = {QStringLiteral("one")};
    const QString name = QStringLiteral("Coat");
    QTest::newRow("no name") << TemplateDraft{QStringLiteral(" "), {}, {waist}} << QByteArray("template.no_name");
    QTest::newRow("long name") << TemplateDraft{QString(101, u'x'), {}, {waist}}
                               << QByteArray("template.name_too_long");
    QTest::newRow("no fields") << TemplateDraft{name, {}, {}} << QByteArray("template.no_fields");
    QTest::newRow("twice") << TemplateDraft{name, {}, {waist, waist}} << QByteArray("template.same_field");
    QTest::newRow("nameless field") << TemplateDraft{name, {}, {nameless}} << QByteArray("template.field_no_name");
    QTest::newRow("one choice") << TemplateDraft{name, {}, {one}} << QByteArray("template.one_choice");
    QTest::newRow("too many") << TemplateDraft{name, {}, std::vector<TemplateField>(121, waist)}
                              << QByteArray("template.too_many_fields");
}

void TestTemplateService::refuses()
{
    QFETCH(TemplateDraft, draft);
    QTEST(await(service().add(draft)).error().code, "code");
}

void TestTemplateService::namesAreFree()
{
    TemplateDraft draft = jacket().draft();
    QCOMPARE(await(service().add(draft)).error().code, QByteArray("template.name_taken"));
    draft.name = QStringLiteral("jacket"); // whatever the case
    QCOMPARE(await(service().add(draft)).error().code, QByteArray("template.name_taken"));
    QVERIFY(await(service().update(jacket().id, draft))); // its own name is nobody else's
}

void TestTemplateService::ownCodesSayWhatTheyCount()
{
    QCOMPARE(ownFieldCode(QStringLiteral(" Pocket depth "), MeasurementDimension::Length),
             QStringLiteral("@pocket_depth"));
    QCOMPARE(ownFieldCode(QStringLiteral("كم الجلابية"), MeasurementDimension::Length), QStringLiteral("@كم_الجلابية"));
    QCOMPARE(ownFieldCode(QStringLiteral("---"), MeasurementDimension::Length), QString());
    for (const auto dimension :
         {MeasurementDimension::Length, MeasurementDimension::Weight, MeasurementDimension::Angle,
          MeasurementDimension::Number, MeasurementDimension::Words}) {
        const QString code = ownFieldCode(QStringLiteral("Buttons"), dimension);
        QCOMPARE(dimensionOf(code), dimension);
        QVERIFY(!measurementField(code));
        QCOMPARE(nameOfCode(code), QStringLiteral("Buttons"));
    }
}

QTEST_GUILESS_MAIN(TestTemplateService)
#include "tst_template_service.moc"
