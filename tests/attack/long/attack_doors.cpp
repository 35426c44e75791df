// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/attack/doors/door.h"
#include "tests/attack/means/heap_watch.h"
#include "tests/support/test_paths.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QLoggingCategory>
#include <QTest>

#include <cmath>

using namespace thimblely;
using test::Answered;
using test::Asking;
using test::Door;
using test::foreignMark;
using test::HeapWatch;
using test::Mark;
using test::MarkedFile;
using test::Marks;

namespace {

QByteArray logged; // guarded by the one thread that reads it after the others are done

std::mutex logging;

void keepLog(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (qstrcmp(context.category, "default") == 0) {
        fprintf(stderr, "%s\n", qPrintable(text));
        return;
    }
    Q_UNUSED(type);
    const std::lock_guard<std::mutex> locked(logging);
    logged += text.toUtf8() + '\n';
}

bool isCalled(const Door &door, const char *name)
{
    return QByteArrayView(door.name) == QByteArrayView(name);
}

constexpr qint64 longestDoor = 5'000; // ms; what asks for a password takes half a second each time

//! Of colleagues, as the sign-in screen does for whoever comes.
bool showsFaces(const Door &door)
{
    return isCalled(door, "SignInService::approvers");
}

//! Which workspaces somebody is in, and who they are there: of those that are theirs, and of no other.
bool tellsOfOwnWorkspaces(const Door &door)
{
    return isCalled(door, "OwnWorkspacesService::all") || isCalled(door, "OwnWorkspacesService::enter");
}

//! Nothing can be asked after it.
bool endsTheSession(const Door &door)
{
    return isCalled(door, "OwnershipService::leave");
}

std::vector<Door> everyDoor()
{
    std::vector<Door> doors;
    for (const auto &list : {test::readingDoors(), test::otherDoors(), test::writingDoors(), test::teamDoors()})
        doors.insert(doors.end(), list.begin(), list.end());
    return doors;
}

bool writes(const Door &door)
{
    const auto isIt = [&](const Door &each) { return isCalled(each, door.name); };
    return std::ranges::any_of(test::writingDoors(), isIt) || std::ranges::any_of(test::teamDoors(), isIt);
}

/*!
 * Open before anybody is signed in: they must read the secrets of whoever is named, on a thread of their own, count wrong
 * tries in their row, and take ids that the sign-in screen shows.
 */
bool isSigningIn(const Door &door)
{
    const QByteArrayView name(door.name);
    return name.startsWith("RecoveryService::") || name.startsWith("JoinService::") ||
           isCalled(door, "OwnWorkspacesService::bringBackLast") ||
           (name.startsWith("SignInService::") && !showsFaces(door));
}

//! Of oneself: how many codes of one's own are left, and that they are on paper.
bool isOfOneself(const Door &door)
{
    return isCalled(door, "RecoveryService::sheet") || isCalled(door, "RecoveryService::setOnPaper");
}

//! Public methods that answer with a Result, of the classes in the header that are called like services.
QStringList servicesMethods(const QString &header)
{
    QFile file(header);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression opens(QStringLiteral("^class (\\w+Service)\\b(?!;)"));
    static const QRegularExpression method(QStringLiteral("^    (?:static )?(?:QFuture<)?Result<.*>\\s+(\\w+)\\("));
    QStringList found;
    QString current;
    bool isPublic = false;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (const auto match = opens.match(line); match.hasMatch()) {
            current = match.captured(1);
            isPublic = false;
        } else if (line.startsWith(QLatin1String("class ")) && !line.endsWith(u';')) {
            current.clear();
        } else if (line == QLatin1String("public:")) {
            isPublic = true;
        } else if (line.startsWith(QLatin1String("private:")) || line.startsWith(QLatin1String("};"))) {
            isPublic = false;
        } else if (const auto named = method.match(line); isPublic && !current.isEmpty() && named.hasMatch()) {
            found.append(current + QStringLiteral("::") + named.captured(1));
        }
    }
    found.removeDuplicates();
    return found;
}

} // namespace

/*!
 * Each way by which something comes out of the core, as each of the people of a workspace: with their own rows, with
 * those of another workspace, with ids that nobody has. Nothing that bears another's mark is in an answer, an error, a
 * log line, a file, or kept behind; and no row of another workspace is changed.
 */
class TestAttackDoors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyServiceHasItsRows();
    void theWatchSeesWhatIsKept();
    void outsidersGetNoSession();
    void nothingForeign_data();
    void nothingForeign();
    void signingInTellsNothing();
    void foreignIsAsUnknown_data();
    void foreignIsAsUnknown();
    void foreignTakesAsLongAsUnknown_data();
    void foreignTakesAsLongAsUnknown();

private:
    //! Both in turn, so that whatever else the machine does meets both alike: the medians' ratio, foreign to unknown.
    struct Pace {
        const char *door;
        double ratio;
        double microseconds; //!< the median of an unknown id
        int calls;
    };
    std::optional<Pace> paceOf(const Door &door, access::Session &session, changes::WriteDoor &writer);
    static QString said(const Door &door, const QByteArray &asked, const QByteArray &where,
                        const std::optional<Mark> &mark);
    static QString filesWith(const QString &folder, const Marks &allowed);

    std::unique_ptr<MarkedFile> m_file;
};

void TestAttackDoors::initTestCase()
{
    HeapWatch::install();
    QLoggingCategory::setFilterRules(QStringLiteral("thimblely.*=true"));
    m_file = std::make_unique<MarkedFile>();
    qInstallMessageHandler(keepLog);
}

void TestAttackDoors::everyServiceHasItsRows()
{
    QStringList named;
    for (const Door &door : everyDoor())
        named.append(QString::fromLatin1(door.name));
    for (const test::NoDoor &exception : test::noDoors())
        named.append(QString::fromLatin1(exception.name));
    QStringList methods;
    QStringList missing;
    QDirIterator headers(test::sourceFolder() + QStringLiteral("/core"), {QStringLiteral("*.h")}, QDir::Files,
                         QDirIterator::Subdirectories);
    while (headers.hasNext()) {
        const QString header = headers.next();
        if (header.endsWith(QLatin1String("_repository.h"))) {
            const QString name = QFileInfo(header).completeBaseName();
            if (!named.contains(name))
                missing.append(name);
        }
        methods += servicesMethods(header);
    }
    for (const QString &method : methods) {
        if (!named.contains(method))
            missing.append(method);
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u' ')));
    QVERIFY(methods.size() > 150);
    for (const test::NoDoor &exception : test::noDoors())
        QVERIFY2(methods.contains(QString::fromLatin1(exception.name)), exception.name);
}

//! Else the test below would prove nothing.
void TestAttackDoors::theWatchSeesWhatIsKept()
{
    const Marks own = MarkedFile::marksOf("a", "owner");
    const auto row = [](const QByteArray &text) { return text + QByteArray(100, ' '); };
    {
        HeapWatch watch;
        const auto kept = std::make_shared<std::vector<QString>>(
            std::vector{QString::fromUtf8(row(Mark{'b'}.text()))}); // as the answer of a service
        QVERIFY(watch.foreign(own));
        QCOMPARE(kept->size(), size_t(1));
    }
    {
        HeapWatch watch;
        {
            const QByteArray gone = row(Mark{'b'}.text());
            QVERIFY(watch.foreign(own));
        }
        const QByteArray mine = row(Mark{'a'}.text());
        QVERIFY(!watch.foreign(own));
    }
}

void TestAttackDoors::outsidersGetNoSession()
{
    const QByteArray shop = "c";
    auto principal = m_file->insider(shop, "owner");
    for (const auto &[who, id] : m_file->outsiders(shop)) {
        const auto loaded = m_file->load(id, shop);
        QVERIFY2(!loaded, who.constData());
        QCOMPARE(loaded.error().code, QByteArray("access.no_member"));
        // Nor with a principal that somebody made up.
        principal.person = id;
        const auto session = access::Session::open(m_file->options, principal);
        QVERIFY2(!session, who.constData());
        QCOMPARE(session.error().code, QByteArray("access.no_member"));
        QVERIFY(!foreignMark(describe(session.error()).toUtf8(), {}));
    }
}

void TestAttackDoors::nothingForeign_data()
{
    QTest::addColumn<QByteArray>("who");
    for (const QByteArray &who : MarkedFile::insiders())
        QTest::newRow(who.constData()) << who;
}

QString TestAttackDoors::filesWith(const QString &folder, const Marks &allowed)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (foreignMark(file.fileName().toUtf8(), allowed) ||
            (file.open(QIODevice::ReadOnly) && foreignMark(file.readAll(), allowed)))
            return file.fileName();
    }
    return {};
}

QString TestAttackDoors::said(const Door &door, const QByteArray &asked, const QByteArray &where,
                              const std::optional<Mark> &mark)
{
    return QString::fromUtf8(QByteArray(door.name) + ", asked for rows of " + (asked.isEmpty() ? "nobody" : asked) +
                             ": " + (mark ? mark->text() : QByteArray("a foreign mark")) + " in " + where);
}

void TestAttackDoors::nothingForeign()
{
    QFETCH(QByteArray, who);
    const QByteArray shop = "a";
    const QString path = m_file->folder.filePath(QString::fromLatin1(who) + QStringLiteral(".shop"));
    m_file->copyTo(path);
    const auto before = m_file->hashesWithout(shop, who, path);
    const access::Principal principal = m_file->insider(shop, who);
    auto session = std::move(access::Session::open(path, principal)).value();
    auto door = std::move(changes::WriteDoor::open(*session, m_file->clock)).value();
    QStringList breaches;
    int answers = 0;
    int refusals = 0;
    for (const QByteArray &asked : {QByteArray("a"), QByteArray("b"), QByteArray()}) {
        Marks allowed = MarkedFile::marksOf(shop, who);
        if (!asked.isEmpty())
            allowed.insert(Mark{asked.at(0), Mark::id}); // what was asked for may be said back
        Marks withFaces = allowed;                       // as the sign-in screen shows them to whoever comes
        for (char whose = '0'; whose <= 'z'; ++whose)
            withFaces.insert(Mark{shop.at(0), whose});
        withFaces.erase(Mark{shop.at(0), Mark::secret});
        Marks ofAllTheirs = allowed;
        for (const QByteArray &each : m_file->workspacesOf(shop, who))
            ofAllTheirs.merge(MarkedFile::marksOf(each, who));
        const Marks alone = allowed;
        for (const Door &each : everyDoor()) {
            if (isSigningIn(each) || (endsTheSession(each) && !asked.isEmpty()))
                continue;
            allowed = showsFaces(each) ? withFaces : tellsOfOwnWorkspaces(each) ? ofAllTheirs : alone;
            QTemporaryDir folder;
            Asking asking{*session, *door, m_file->clock, {*m_file, asked}, folder.path(), QStringLiteral("qzx")};
            logged.clear();
            std::optional<Mark> foreign;
            {
                HeapWatch watch;
                const Answered answer = each.open(asking);
                foreign = watch.foreign(allowed);
                if (answer.error) {
                    ++refusals;
                    const QByteArray text = describe(*answer.error).toUtf8();
                    if (foreignMark(text, allowed))
                        breaches.append(said(each, asked, "its error", foreignMark(text, allowed)));
                    if (qEnvironmentVariableIsSet("THIMBLELY_ATTACK_TELL"))
                        qInfo("%s %s %s: %s", who.constData(), asked.constData(), each.name, text.constData());
                } else {
                    ++answers;
                }
            }
            if (foreign)
                breaches.append(said(each, asked, "what it gave or kept", foreign));
            if (const auto mark = foreignMark(logged, allowed))
                breaches.append(said(each, asked, "the log", mark));
            const QString file = filesWith(folder.path(), allowed);
            if (!file.isEmpty())
                breaches.append(said(each, asked, file.toUtf8(), std::nullopt));
        }
    }
    door.reset();
    session.reset();
    qInfo("%s: %zu doors, %d answers, %d refusals", who.constData(), everyDoor().size(), answers, refusals);
    QVERIFY2(breaches.isEmpty(), qPrintable(breaches.join(u'\n')));
    const auto after = m_file->hashesWithout(shop, who, path);
    for (const auto &[table, hash] : before)
        QVERIFY2(after.at(table) == hash, table.constData());
}

void TestAttackDoors::signingInTellsNothing()
{
    const QString path = m_file->folder.filePath(QStringLiteral("signing-in.shop"));
    m_file->copyTo(path);
    const Marks allowed = MarkedFile::marksOf("a", "owner");
    auto session = std::move(access::Session::open(path, m_file->insider("a", "owner"))).value();
    auto door = std::move(changes::WriteDoor::open(*session, m_file->clock)).value();
    for (const QByteArray &asked : {QByteArray("a"), QByteArray("b"), QByteArray()}) {
        for (const Door &each : everyDoor()) {
            if (!isSigningIn(each))
                continue;
            Asking asking{*session, *door, m_file->clock, {*m_file, asked}, {}, QStringLiteral("qzx")};
            logged.clear();
            const Answered answer = each.open(asking);
            if (!isOfOneself(each))
                QVERIFY2(answer.error, each.name);
            if (answer.error)
                QVERIFY2(!foreignMark(describe(*answer.error).toUtf8(), allowed), each.name);
            QVERIFY2(!foreignMark(logged, allowed), each.name);
        }
    }
}

void TestAttackDoors::foreignIsAsUnknown_data()
{
    QTest::addColumn<QByteArray>("who");
    for (const char *who : {"owner", "member", "cutter", "viewer"})
        QTest::newRow(who) << QByteArray(who);
}

//! An id of another workspace is refused as one that does not exist, in the same words.
void TestAttackDoors::foreignIsAsUnknown()
{
    QFETCH(QByteArray, who);
    const auto answersTo = [&](const QByteArray &asked) {
        const QString path = m_file->folder.filePath(QStringLiteral("ids.shop"));
        m_file->copyTo(path);
        auto session = std::move(access::Session::open(path, m_file->insider("a", who))).value();
        auto door = std::move(changes::WriteDoor::open(*session, m_file->clock)).value();
        QStringList answers;
        for (const Door &each : everyDoor()) {
            if (isSigningIn(each))
                continue;
            QTemporaryDir folder;
            Asking asking{*session, *door, m_file->clock, {*m_file, asked}, folder.path(), QStringLiteral("qzx")};
            const auto error = each.open(asking).error;
            answers.append(QString::fromUtf8(QByteArray(each.name) + ": " +
                                             (error ? error->code + ' ' + QByteArray::number(int(error->kind)) + ' ' +
                                                          error->args.join(u',').toUtf8()
                                                    : QByteArray("an answer"))));
        }
        return answers;
    };
    const QStringList foreign = answersTo("b");
    const QStringList unknown = answersTo({});
    for (qsizetype i = 0; i < foreign.size(); ++i)
        QCOMPARE(foreign.at(i), unknown.at(i));
}

void TestAttackDoors::foreignTakesAsLongAsUnknown_data()
{
    QTest::addColumn<QByteArray>("who");
    for (const char *who : {"owner", "cutter"}) // who sees most, and who sees least
        QTest::newRow(who) << QByteArray(who);
}

std::optional<TestAttackDoors::Pace> TestAttackDoors::paceOf(const Door &door, access::Session &session,
                                                             changes::WriteDoor &writer)
{
    bool isSet = false;
    const int asked = qEnvironmentVariableIntValue("THIMBLELY_ATTACK_CALLS", &isSet);
    const int calls = isSet ? asked : 1000;
    QTemporaryDir folder;
    Asking foreign{session, writer, m_file->clock, {*m_file, "b"}, folder.path(), QStringLiteral("qzx")};
    Asking unknown{session, writer, m_file->clock, {*m_file, {}}, folder.path(), QStringLiteral("qzx")};
    std::array<std::vector<qint64>, 2> times;
    QElapsedTimer all;
    all.start();
    for (int call = 0; call < calls && (call < 20 || all.elapsed() < longestDoor); ++call) {
        for (const int which : {call % 2, 1 - call % 2}) {
            QElapsedTimer one;
            one.start();
            const Answered answer = door.open(which == 0 ? foreign : unknown);
            times[size_t(which)].push_back(one.nsecsElapsed());
            // What is written all the same has nothing to do with the id, and would only fill the file.
            if (call == 0 && ((!answer.error && writes(door)) || foreign.rows.named + unknown.rows.named == 0))
                return std::nullopt;
        }
    }
    const auto median = [](std::vector<qint64> &list) {
        std::ranges::nth_element(list, list.begin() + std::ssize(list) / 2);
        return double(list[list.size() / 2]);
    };
    const double slow = median(times[1]);
    return Pace{door.name, median(times[0]) / slow, slow / 1000, int(times[0].size())};
}

//! Looked at by people: a machine that does something else beside it would fail it for nothing.
void TestAttackDoors::foreignTakesAsLongAsUnknown()
{
    QFETCH(QByteArray, who);
    const QString path = m_file->folder.filePath(QStringLiteral("pace.shop"));
    m_file->copyTo(path);
    auto session = std::move(access::Session::open(path, m_file->insider("a", who))).value();
    auto door = std::move(changes::WriteDoor::open(*session, m_file->clock)).value();
    std::vector<Pace> paces;
    for (const Door &each : everyDoor()) {
        if (isSigningIn(each) || endsTheSession(each))
            continue;
        if (const auto pace = paceOf(each, *session, *door))
            paces.push_back(*pace);
    }
    std::ranges::sort(
        paces, [](const Pace &a, const Pace &b) { return std::abs(std::log(a.ratio)) > std::abs(std::log(b.ratio)); });
    const auto beyond =
        std::ranges::count_if(paces, [](const Pace &pace) { return pace.ratio > 1.2 || pace.ratio < 1 / 1.2; });
    qInfo("%s: %zu doors take an id, %lld of them 20 %% faster or slower than one that nobody has; the worst:",
          who.constData(), paces.size(), qint64(beyond));
    for (size_t i = 0; i < std::min(std::max<size_t>(5, size_t(beyond)), paces.size()); ++i)
        qInfo("   %.2f of %.0f us, %d calls each: %s", paces[i].ratio, paces[i].microseconds, paces[i].calls,
              paces[i].door);
}

QTEST_GUILESS_MAIN(TestAttackDoors)
#include "attack_doors.moc"
