// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/ansur.h"
#include "core/measurements/body_figures.h"
#include "core/measurements/plausibility.h"
#include "core/measurements/slip_finder.h"
#include "tests/support/test_paths.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

using namespace thimblely;

namespace {

constexpr int slipsOfAKind = 2000;
constexpr int typedOf = 4;                 // every fourth one is looked at as a single value too
constexpr double peopleAskedAbout = 0.003; // by the figures; with ratios and ranges 0.005 is promised
constexpr double partOfTheTail = 0.1;

using Body = std::vector<MeasuredValue>;
using Bodies = std::vector<Body>;

struct Survey {
    BodyFigures women;
    BodyFigures men;
};

QString folder()
{
    return test::sharedData() + QStringLiteral("/measurements");
}

//! The committed script's output; empty where it cannot run.
QByteArray computed(QStringList arguments)
{
    const QString script = test::sourceFolder() + QStringLiteral("/core/measurements/figures/compute_body_figures.py");
    QProcess process;
    process.start(QStringLiteral("python3"), QStringList{script, folder()} + arguments);
    return process.waitForFinished(120'000) && process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
}

BodyFigures readFigures(QList<QByteArray> &lines)
{
    const auto row = [&lines] {
        std::array<double, bodyFieldCount> numbers;
        const QList<QByteArray> cells = lines.takeFirst().split(' ');
        std::ranges::transform(cells, numbers.begin(), [](const QByteArray &cell) { return cell.toDouble(); });
        return numbers;
    };
    BodyFigures figures{row(), {}};
    for (auto &covariances : figures.covariances)
        covariances = row();
    return figures;
}

//! The figures of some people, and those without each tenth of them.
struct Figures {
    Survey all;
    std::vector<Survey> folds;
};

Figures figuresOf(const QStringList &which)
{
    QList<QByteArray> lines = computed(QStringList{QStringLiteral("--plain")} + which).split('\n');
    std::vector<Survey> surveys;
    for (int i = 0; i < 11 && lines.size() > 2 * int(bodyFieldCount); ++i) {
        const BodyFigures women = readFigures(lines);
        surveys.push_back({women, readFigures(lines)});
    }
    if (surveys.size() != 11)
        qFatal("the script that computes the figures does not run");
    return {surveys.front(), {surveys.begin() + 1, surveys.end()}};
}

MeasuredValue centimetres(const QString &code, qint64 amount)
{
    const qint64 millimetres = (amount + 5) / 10;
    return {code, Side::Both, millimetres * 10, AmountUnit::Centimetre,
            QString::number(double(millimetres) / 10, 'f', 1)};
}

Bodies everySecond(const Bodies &bodies, size_t from)
{
    Bodies result;
    for (size_t i = from; i < bodies.size(); i += 2)
        result.push_back(bodies[i]);
    return result;
}

MeasuredPerson person(bool women)
{
    return {women ? GenderForFit::Female : GenderForFit::Male};
}

/*!
 * The limit at which 0.3 % of `bodies` are asked about: each is looked at by figures made without it (ten folds), and
 * the tail is taken for an exponential one, for the highest few of some hundred scores are chance.
 */
double limitOf(const Bodies &bodies, bool women, const Figures &figures)
{
    std::vector<double> scores;
    for (size_t fold = 0; fold < figures.folds.size(); ++fold) {
        const Survey &rest = figures.folds[fold];
        const Plausibility plausibility(rest.women, rest.men, {0, 0});
        for (size_t i = fold; i < bodies.size(); i += figures.folds.size())
            scores.push_back(plausibility.surenessOfSlip(bodies[i], person(women)));
    }
    std::ranges::sort(scores, std::greater());
    const auto tail = size_t(double(scores.size()) * partOfTheTail);
    double excess = 0;
    for (size_t i = 0; i < tail; ++i)
        excess += (scores[i] - scores[tail]) / double(tail);
    return scores[tail] + excess * std::log(partOfTheTail / peopleAskedAbout);
}

enum class Slip { Unit, HalfGirth, Digits, FinerDigits, Fields, TenCentimetres };

QString withDigitsSwapped(const QString &text, size_t pick)
{
    QList<QString> ways;
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        QString way = text;
        std::swap(way[i], way[i + 1]);
        if (way != text && way.front() != u'0')
            ways.append(way);
    }
    return ways.isEmpty() ? QString() : ways[qsizetype(pick) % ways.size()];
}

//! A slip at a random field: the codes it touched; none where this field has no such slip.
std::vector<size_t> slip(Slip kind, Body &body, std::mt19937 &random)
{
    const size_t field = random() % body.size();
    MeasuredValue &value = body[field];
    const qint64 right = value.amount;
    const auto far = [right](qint64 amount) { return amount > 0 && std::abs(amount - right) >= 500; };
    switch (kind) {
    case Slip::Unit:
        if (random() % 2) { // read off in inches
            value = centimetres(value.code, (right * 100 + 127) / 254);
        } else { // typed in centimetres where inches are expected
            value.unit = AmountUnit::Inch;
            value.amount = (right * 254 + 50) / 100;
        }
        break;
    case Slip::HalfGirth:
        value = centimetres(value.code, right / 2);
        break;
    case Slip::Digits: {
        const QString swapped = withDigitsSwapped(QString::number(right / 100), random());
        const qint64 amount = swapped.toLongLong() * 100 + right % 100;
        if (!far(amount))
            return {};
        value = centimetres(value.code, amount);
        break;
    }
    case Slip::FinerDigits: {
        const qint64 amount = withDigitsSwapped(QString::number(right / 10), random()).toLongLong() * 10;
        if (!far(amount))
            return {};
        value = centimetres(value.code, amount);
        break;
    }
    case Slip::Fields: {
        const size_t other = random() % body.size();
        if (!far(body[other].amount))
            return {};
        value = centimetres(value.code, body[other].amount);
        body[other] = centimetres(body[other].code, right);
        return {field, other};
    }
    case Slip::TenCentimetres: {
        const qint64 amount = right + (random() % 2 ? 1000 : -1000);
        if (!far(amount))
            return {};
        value = centimetres(value.code, amount);
        break;
    }
    }
    return {field};
}

struct Caught {
    double any = 0;   //!< of the slips, in per cent: something is doubted
    double named = 0; //!< and it is what was wrong
    double meant = 0; //!< and what was meant is proposed, to a centimetre
    double typed = 0; //!< doubted as the value is typed, the others being known
};

Caught caught(Slip kind, const Plausibility &plausibility, const Bodies &bodies, bool women)
{
    std::mt19937 random(20261125 + unsigned(kind));
    Caught result;
    for (int done = 0; done < slipsOfAKind;) {
        const Body &right = bodies[random() % bodies.size()];
        Body body = right;
        const std::vector<size_t> touched = slip(kind, body, random);
        if (touched.empty())
            continue;
        ++done;
        const size_t field = touched.front();
        const std::vector<Doubt> doubts = plausibility.doubtsIn(body, person(women));
        const auto found = std::ranges::find(doubts, body[field].code, &Doubt::code);
        result.any += !doubts.empty();
        result.named += found != doubts.end();
        result.meant += found != doubts.end() && found->likely && std::abs(*found->likely - right[field].amount) <= 100;
        if (done % typedOf == 0)
            result.typed += plausibility.doubtAbout(body[field], person(women), body).has_value() ? typedOf : 0;
    }
    for (double *part : {&result.any, &result.named, &result.meant, &result.typed})
        *part *= 100.0 / slipsOfAKind;
    return result;
}

struct TypedAlarms {
    double ofValues = 0; //!< in per cent
    double ofPeople = 0; //!< with at least one, the look at the whole set before it is saved included
};

//! As at the tape: each value is looked at as it is typed, beside those typed before it; one that is asked about without
//! a reason is kept by the person, and nothing else is judged by it. `order` of the fields; each body in its own where empty.
TypedAlarms alarmedAsTyped(const Plausibility &plausibility, const Bodies &bodies, const MeasuredPerson &who,
                           const std::vector<size_t> &order)
{
    std::mt19937 random(20261127);
    size_t values = 0;
    size_t people = 0;
    size_t all = 0;
    for (const Body &body : bodies) {
        std::vector<size_t> way = order;
        if (way.empty()) {
            way.resize(body.size());
            std::iota(way.begin(), way.end(), size_t(0));
            std::ranges::shuffle(way, random);
        }
        Body typed;
        size_t asked = 0;
        for (const size_t field : way) {
            if (plausibility.doubtAbout(body[field], who, typed))
                ++asked;
            else
                typed.push_back(body[field]);
        }
        all += body.size();
        values += asked;
        people += asked > 0 || !plausibility.doubtsIn(typed, who).empty();
    }
    return {100.0 * double(values) / double(all), 100.0 * double(people) / double(bodies.size())};
}

double alarmed(const Plausibility &plausibility, const Bodies &bodies, const MeasuredPerson &who)
{
    const auto asked =
        std::ranges::count_if(bodies, [&](const Body &body) { return !plausibility.doubtsIn(body, who).empty(); });
    return 100.0 * double(asked) / double(bodies.size());
}

} // namespace

//! What is promised of the estimate, over the survey itself: figures of every second person, tried on the others.
class TestPlausibilitySurvey : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void shipsTheFiguresOfTheSurvey();
    void shipsTheLimitsOfTheSurvey();
    void catchesSlips_data();
    void catchesSlips();
    void asksFewOfWhomItDoesNotKnow();

private:
    Bodies m_women;
    Bodies m_men;
    std::vector<Figures> m_halves;
};

void TestPlausibilitySurvey::initTestCase()
{
    if (!QFile::exists(folder()))
        QSKIP("the survey's files are not beside this checkout");
    if (QStandardPaths::findExecutable(QStringLiteral("python3")).isEmpty())
        QSKIP("there is no python3 to compute the figures with");
    const QStringList files = QDir(folder()).entryList({QStringLiteral("ANSUR_II_*MALE*.csv")});
    QCOMPARE(files.size(), 2);
    for (const QString &name : files) {
        QFile file(folder() + u'/' + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto people = readAnsur(file.readAll());
        QVERIFY(people.ok());
        QVERIFY(people->refused.isEmpty());
        for (const SurveyedPerson &surveyed : people->people) {
            Body body;
            for (const ImportedValue &value : surveyed.values) {
                if (bodyFieldOf(value.code))
                    body.push_back(centimetres(value.code, value.amount));
            }
            QCOMPARE(body.size(), bodyFieldCount);
            (surveyed.sex == BodySex::Female ? m_women : m_men).push_back(body);
        }
    }
    for (const char *half : {"0", "1"})
        m_halves.push_back(figuresOf({QStringLiteral("--half"), QLatin1String(half)}));
}

void TestPlausibilitySurvey::shipsTheFiguresOfTheSurvey()
{
    QFile shipped(test::sourceFolder() + QStringLiteral("/core/measurements/body_figures_data.cpp"));
    QVERIFY(shipped.open(QIODevice::ReadOnly));
    const QByteArray now = computed({});
    QVERIFY(!now.isEmpty());
    QCOMPARE(shipped.readAll(), now);
}

void TestPlausibilitySurvey::shipsTheLimitsOfTheSurvey()
{
    const Figures figures = figuresOf({});
    const double women = limitOf(m_women, true, figures);
    const double men = limitOf(m_men, false, figures);
    qInfo("limits of all people: women %.2f, men %.2f", women, men);
    QVERIFY(std::abs(Plausibility::shippedLimits().women - women) < 0.02);
    QVERIFY(std::abs(Plausibility::shippedLimits().men - men) < 0.02);
}

void TestPlausibilitySurvey::catchesSlips_data()
{
    QTest::addColumn<bool>("women");
    QTest::addColumn<int>("half");
    QTest::newRow("women, figures of the first half") << true << 0;
    QTest::newRow("women, figures of the second half") << true << 1;
    QTest::newRow("men, figures of the first half") << false << 0;
    QTest::newRow("men, figures of the second half") << false << 1;
}

void TestPlausibilitySurvey::catchesSlips()
{
    QFETCH(bool, women);
    QFETCH(int, half);
    const Bodies &all = women ? m_women : m_men;
    const Bodies known = everySecond(all, size_t(half));
    const Bodies others = everySecond(all, size_t(1 - half));
    const Figures &figures = m_halves[size_t(half)];
    const double limit = limitOf(known, women, figures);
    const Plausibility plausibility(figures.all.women, figures.all.men, {limit, limit});

    const double falseAlarms = alarmed(plausibility, others, person(women));
    qInfo("%d known, %d tried, limit %.2f: asked about without a reason %.2f %%", int(known.size()), int(others.size()),
          limit, falseAlarms);
    std::vector<size_t> down(bodyFieldCount);
    std::iota(down.begin(), down.end(), size_t(0));
    const std::vector<size_t> up(down.rbegin(), down.rend());
    for (const auto &[name, order] : {std::pair("in the figures' order", down), std::pair("the other way", up),
                                      std::pair("in an order of each one's own", std::vector<size_t>())}) {
        const TypedAlarms typed = alarmedAsTyped(plausibility, others, person(women), order);
        qInfo("  asked about as it is typed, %s: %.3f %% of values, %.2f %% of people", name, typed.ofValues,
              typed.ofPeople);
        QVERIFY2(typed.ofPeople <= 0.5, name);
    }
    struct Promise {
        Slip kind;
        const char *name;
        double least;
    };
    const Promise promises[] = {
        {Slip::Unit, "centimetres and inches", 99.5}, {Slip::HalfGirth, "half a girth", 99.5},
        {Slip::Digits, "digits swapped", 96},         {Slip::FinerDigits, "the same in millimetres", 0},
        {Slip::Fields, "fields swapped", 98},         {Slip::TenCentimetres, "ten centimetres", 87},
    };
    for (const Promise &promise : promises) {
        const Caught part = caught(promise.kind, plausibility, others, women);
        qInfo("  %-24s caught %5.1f %%, named %5.1f %%, what was meant %5.1f %%; as it is typed %5.1f %%", promise.name,
              part.any, part.named, part.meant, part.typed);
        QVERIFY2(part.any >= promise.least, promise.name);
    }
    QVERIFY(falseAlarms <= 0.5);
}

void TestPlausibilitySurvey::asksFewOfWhomItDoesNotKnow()
{
    // Women of a population that is no army: tall, short and stout ones.
    QFile file(folder() + QStringLiteral("/nhanes_adult_female_bmx_2020.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QStringList header;
    Bodies bodies;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QStringList cells = QString::fromLatin1(line).remove(u'"').trimmed().split(u',');
        if (line.startsWith('#') || cells.size() < 7)
            continue;
        if (header.isEmpty()) {
            header = cells;
            continue;
        }
        const auto value = [&](const char *code, const char *column) {
            return centimetres(QLatin1String(code),
                               std::llround(cells[header.indexOf(QLatin1String(column))].toDouble() * 100));
        };
        bodies.push_back({value("height", "BMXHT"), value("waist_circ", "BMXWAIST"), value("hip_circ", "BMXHIP")});
    }
    QVERIFY(bodies.size() > 4000);
    const Plausibility plausibility;
    const double asked = alarmed(plausibility, bodies, person(true));
    const double unknown = alarmed(plausibility, bodies, {});
    qInfo("NHANES, %d women by height, waist and hip: %.2f %% asked about, %.2f %% where the sex is not known",
          int(bodies.size()), asked, unknown);
    QVERIFY(asked <= 0.5);
    QVERIFY(unknown <= 0.5);
    for (const MeasuredPerson &who : {person(true), MeasuredPerson()}) {
        const TypedAlarms typed = alarmedAsTyped(plausibility, bodies, who, {0, 1, 2});
        qInfo("  as they are typed: %.3f %% of values, %.2f %% of people", typed.ofValues, typed.ofPeople);
        QVERIFY(typed.ofPeople <= 0.5);
    }
}

QTEST_APPLESS_MAIN(TestPlausibilitySurvey)
#include "tst_plausibility_survey.moc"
