// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/workroom/checklist.h"
#include "core/workroom/steps.h"
#include "core/workroom/work_log.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace thimblely;
using namespace thimblely::workroom;
using orders::PieceKind;
using orders::Stage;

//! What a shop says of its work, as values.
class TestSteps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPieceStandsAtAStep_data()
    {
        QTest::addColumn<PieceKind>("kind");
        QTest::addColumn<Stage>("stage");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("step");
        const auto none = QString();
        QTest::newRow("booked") << PieceKind::Make << Stage::Booked << none << "cut";
        QTest::newRow("measured") << PieceKind::Make << Stage::Measured << none << "cut";
        QTest::newRow("cut") << PieceKind::Make << Stage::Cut << none << "stitch";
        QTest::newRow("in work") << PieceKind::Make << Stage::Stitched << none << "stitch";
        QTest::newRow("fitting") << PieceKind::Make << Stage::Fitting << none << "fitting";
        QTest::newRow("altered after it") << PieceKind::Make << Stage::Altered << none << "finish";
        QTest::newRow("finished") << PieceKind::Make << Stage::Finished << none << "finish";
        QTest::newRow("ready") << PieceKind::Make << Stage::Ready << none << "ready";
        QTest::newRow("alteration booked") << PieceKind::Alteration << Stage::Booked << none << "stitch";
        QTest::newRow("alteration in work") << PieceKind::Alteration << Stage::Altered << none << "stitch";
        QTest::newRow("redo booked") << PieceKind::Redo << Stage::Booked << none << "stitch";
        QTest::newRow("goods booked") << PieceKind::ReadyMade << Stage::Booked << none << "finish";
        QTest::newRow("goods ready") << PieceKind::ReadyMade << Stage::Ready << none << "ready";
        QTest::newRow("put there") << PieceKind::Alteration << Stage::Booked << "cut"
                                   << "cut";
        QTest::newRow("moved since by another screen") << PieceKind::Make << Stage::Stitched << "cut"
                                                       << "stitch";
        QTest::newRow("a step that is no more") << PieceKind::Make << Stage::Cut << "baste"
                                                << "stitch";
    }
    void aPieceStandsAtAStep()
    {
        QFETCH(PieceKind, kind);
        QFETCH(Stage, stage);
        QFETCH(QString, key);
        const Steps steps = Steps::usual();
        QTEST(steps.at(steps.of(kind, stage, key)).key, "step");
    }

    void stepsFollowEachOther_data()
    {
        QTest::addColumn<PieceKind>("kind");
        QTest::addColumn<bool>("tried");
        QTest::addColumn<QStringList>("way"); // from booked on, by next(); then back by previous()
        QTest::newRow("tried on") << PieceKind::Make << true
                                  << QStringList{QStringLiteral("cut"), QStringLiteral("stitch"),
                                                 QStringLiteral("fitting"), QStringLiteral("finish"),
                                                 QStringLiteral("ready")};
        QTest::newRow("not tried on") << PieceKind::Make << false
                                      << QStringList{QStringLiteral("cut"), QStringLiteral("stitch"),
                                                     QStringLiteral("finish"), QStringLiteral("ready")};
        QTest::newRow("alteration") << PieceKind::Alteration << false
                                    << QStringList{QStringLiteral("stitch"), QStringLiteral("finish"),
                                                   QStringLiteral("ready")};
        QTest::newRow("alteration tried on") << PieceKind::Alteration << true
                                             << QStringList{QStringLiteral("stitch"), QStringLiteral("fitting"),
                                                            QStringLiteral("finish"), QStringLiteral("ready")};
        QTest::newRow("goods") << PieceKind::ReadyMade << false
                               << QStringList{QStringLiteral("finish"), QStringLiteral("ready")};
    }
    void stepsFollowEachOther()
    {
        QFETCH(PieceKind, kind);
        QFETCH(bool, tried);
        QFETCH(QStringList, way);
        const Steps steps = Steps::usual();
        QStringList there;
        for (auto step = std::optional(steps.of(kind, Stage::Booked, {})); step; step = steps.next(*step, kind, tried))
            there.append(steps.at(*step).key);
        QCOMPARE(there, way);
        QStringList back;
        for (auto step = std::optional(steps.ready()); step; step = steps.previous(*step, kind, tried))
            back.prepend(steps.at(*step).key);
        QCOMPARE(back, way);
    }

    void whatIsNoListIsTheUsualOne_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray("null");
        QTest::newRow("no list") << QByteArray("[{}]");
        QTest::newRow("not ready at the end")
            << QByteArray(R"([[{"key":"a","name":"A","phase":"booked"},{"key":"b","name":"B","phase":"cut"}]])");
        QTest::newRow("twice the same key")
            << QByteArray(R"([[{"key":"a","name":"A","phase":"booked"},{"key":"a","name":"B","phase":"ready"}]])");
        QTest::newRow("backwards") << QByteArray(
            R"([[{"key":"a","name":"A","phase":"booked"},{"key":"b","name":"B","phase":"fitting"},)"
            R"({"key":"c","name":"C","phase":"cut"},{"key":"d","name":"D","phase":"ready"}]])");
        QTest::newRow("no such phase") << QByteArray(R"([[{"key":"a","name":"A","phase":"dreamt"}]])");
    }
    void whatIsNoListIsTheUsualOne()
    {
        QFETCH(QByteArray, json);
        QCOMPARE(Steps::fromJson(QJsonDocument::fromJson(json).array().at(0)), Steps::usual());
    }

    void theShopsOwnStepsComeBack()
    {
        const QJsonArray list{
            QJsonObject{{QStringLiteral("key"), QStringLiteral("chalk")},
                        {QStringLiteral("name"), QStringLiteral("Chalk and cut")},
                        {QStringLiteral("phase"), QStringLiteral("booked")}},
            QJsonObject{{QStringLiteral("key"), QStringLiteral("baste")},
                        {QStringLiteral("name"), QStringLiteral("Baste")},
                        {QStringLiteral("phase"), QStringLiteral("cut")}},
            QJsonObject{{QStringLiteral("key"), QStringLiteral("sew")},
                        {QStringLiteral("name"), QStringLiteral("Sew")},
                        {QStringLiteral("phase"), QStringLiteral("stitched")}},
            QJsonObject{{QStringLiteral("key"), QStringLiteral("ready")},
                        {QStringLiteral("name"), QStringLiteral("Ready")},
                        {QStringLiteral("phase"), QStringLiteral("ready")}},
        };
        const Steps steps = Steps::fromJson(list);
        QCOMPARE(steps.count(), 4);
        QCOMPARE(Steps::fromJson(steps.toJson()), steps);
        QCOMPARE(steps.at(steps.sewing()).key, QStringLiteral("sew"));
        QCOMPARE(steps.of(PieceKind::Make, Stage::Fitting, {}), 2); // there is none: the last one before it
        QCOMPARE(steps.next(2, PieceKind::Make, true), std::optional(3));
    }

    //! Who renames, adds and leaves out steps finds the pieces where they stood.
    void stepsAreCalledAnew()
    {
        using workroom::PhaseNames;
        auto names = Steps::usual().names();
        QCOMPARE(names.size(), size_t(5));
        QCOMPARE(*Steps::usual().called(names), Steps::usual());
        names[0].names = {QStringLiteral("Chalk")};                            // renamed
        names[2].names = {QStringLiteral("Baste"), QStringLiteral("Forward")}; // two in its place
        names[3].names = {QStringLiteral("Press"), QStringLiteral("Finish, check")};
        const auto own = Steps::usual().called(names);
        QVERIFY(own);
        QStringList keys;
        for (const workroom::Step &step : own->all())
            keys.append(step.key);
        QCOMPARE(keys, (QStringList{QStringLiteral("cut"), QStringLiteral("stitch"), QStringLiteral("baste"),
                                    QStringLiteral("forward"), QStringLiteral("press"), QStringLiteral("finish"),
                                    QStringLiteral("ready")}));
        QCOMPARE(Steps::fromJson(own->toJson()), *own);
        QCOMPARE(own->names(), names);
        // What stood at a step that is gone stands at the last one of its phase.
        QCOMPARE(own->of(PieceKind::Make, Stage::Fitting, u"fitting"), 3);
        names[0].names.clear();
        QCOMPARE(own->called(names).error().code, QByteArray("work.no_first_step"));
        names[0].names = {QStringLiteral("Press")};
        QCOMPARE(own->called(names).error().code, QByteArray("work.name_twice"));
        names[0].names = {QStringLiteral("Cut")};
        names[4].names = {QStringLiteral("Ready"), QStringLiteral("Rail")};
        QCOMPARE(own->called(names).error().code, QByteArray("work.one_ready_step"));
        names[4].names = {QStringLiteral("Ready")};
        for (int i = 0; i < Steps::most; ++i)
            names[1].names.append(QStringLiteral("Sew %1").arg(i));
        QCOMPARE(own->called(names).error().code, QByteArray("work.too_many_lines"));
    }

    void checksAreCalledAnew()
    {
        const Checklist usual = Checklist::usual();
        QStringList names;
        for (const Check &check : usual.checks)
            names.append(check.name);
        QCOMPARE(usual.called(names)->checks, usual.checks);
        names.removeFirst();
        names.append(QStringLiteral("Vents lie flat"));
        const auto own = usual.called(names);
        QVERIFY(own);
        QCOMPARE(own->checks[0].key, QStringLiteral("measures"));
        QCOMPARE(own->checks.back().name, QStringLiteral("Vents lie flat"));
        QVERIFY(usual.called({})->checks.empty());
    }

    void checksAreSaidOnce()
    {
        QCOMPARE(Checklist::fromJson(std::nullopt).checks.size(), size_t(8));
        QVERIFY(Checklist::fromJson(QJsonValue(QJsonArray())).checks.empty()); // the shop wants none
        const QJsonArray twice{
            QJsonObject{{QStringLiteral("key"), QStringLiteral("a")},
                        {QStringLiteral("name"), QStringLiteral("Seams")}},
            QJsonObject{{QStringLiteral("key"), QStringLiteral("a")}, {QStringLiteral("name"), QStringLiteral("Hem")}},
            QJsonObject{{QStringLiteral("key"), QStringLiteral("b")}, {QStringLiteral("name"), QStringLiteral(" ")}}};
        const Checklist list = Checklist::fromJson(QJsonValue(twice));
        QCOMPARE(list.checks, (std::vector<Check>{{QStringLiteral("a"), QStringLiteral("Seams")}}));
        const QByteArray qc = withAnswers(R"({"slip":{"why":"hem"}})", {{QStringLiteral("a"), true}});
        QCOMPARE(passedOf(list, readAnswers(qc)), 1);
        QVERIFY(qc.contains("slip")); // whose slip a redo was stays
    }

    void spellsEndWithTheirDay_data()
    {
        QTest::addColumn<int>("minutes"); // from ten in the morning until it was stopped
        QTest::addColumn<int>("counted");
        QTest::newRow("at once") << 0 << 0;
        QTest::newRow("half a minute") << 0 << 0;
        QTest::newRow("two hours") << 120 << 120;
        QTest::newRow("until after closing, that day") << 600 << 600;
        QTest::newRow("forgotten over night") << 24 * 60 << 8 * 60; // the shop closes at 18
    }
    void spellsEndWithTheirDay()
    {
        QFETCH(int, minutes);
        const ShopCalendar calendar = ShopCalendar::make("Africa/Lagos").value();
        const Instant start = calendar.at(Date::parse(u"2026-11-25").value(), QTime(10, 0));
        const WorkingHours hours{WorkWeek::usual(QStringLiteral("en_NG"))};
        QTEST(spellMinutes(start, start.plusMsecs(qint64(minutes) * 60'000), calendar, hours), "counted");
    }

    void spellsComeBack()
    {
        const PersonId who = PersonId::fromName("somebody");
        const std::vector<Spell> spells{
            {QStringLiteral("1"), QStringLiteral("cut"), who, Instant(1000), Instant(61'000), 1},
            {QStringLiteral("2"), QStringLiteral("cut"), who, Instant(70'000)}};
        QCOMPARE(readSpells(writeSpells(spells)), spells);
        QVERIFY(readSpells("{\"x\":{\"user\":\"nobody\"}}").empty());
        QVERIFY(readSpells({}).empty());
    }
};

QTEST_GUILESS_MAIN(TestSteps)
#include "tst_steps.moc"
