// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/pin_hash.h"
#include "tests/attack/means/marked_file.h"
#include "tests/ui/shell/window_walk.h"
#include "ui/documents/order_papers.h"

#include <QLoggingCategory>
#include <QProcess>
#include <QStandardPaths>

#include <mutex>

using namespace thimblely;
using namespace thimblely::ui;
using test::foreignMark;
using test::Mark;
using test::MarkedFile;
using test::Marks;
using test::Table;

namespace {

std::mutex logging;
QByteArray logged;

void keepLog(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (qstrcmp(context.category, "default") == 0 && type != QtWarningMsg) {
        fprintf(stderr, "%s\n", qPrintable(text));
        return;
    }
    const std::lock_guard<std::mutex> locked(logging);
    logged += text.toUtf8() + '\n';
}

} // namespace

/*!
 * The program's own window over the file of twenty workspaces, each of whose words says whose it is: as each of the people
 * of the first one, nothing on any screen, in any model, completion, search, paper, notice, title or log line bears the
 * mark of another, and no row of another is changed by looking around.
 */
class TestMarkedWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_shop = std::make_unique<test::OpenProgram>(); }
    void cleanup() { m_shop.reset(); }
    void nothingForeign_data();
    void nothingForeign();
    void papersOfAnotherWorkspaceAreNone();

private:
    static constexpr const char *pin = "739154";
    void letIn(const QByteArray &who, const QByteArray &hash);
    bool signInAs(const QByteArray &who);
    QStringList foreignOf(const QStringList &words, const Marks &allowed) const;
    QStringList printed(const PaperOrder &order) const;
    std::vector<PaperOrder> papersOf(const QByteArray &shop) const;

    std::unique_ptr<MarkedFile> m_file;
    std::unique_ptr<test::OpenProgram> m_shop;
};

void TestMarkedWindow::initTestCase()
{
    m_file = std::make_unique<MarkedFile>();
    const QByteArray hash = hashPin(QString::fromLatin1(pin), {}).value().toText();
    m_file->execute("UPDATE sys_current_operation SET operation_id = (SELECT max(id) FROM sys_operations)");
    for (const QByteArray &who : MarkedFile::insiders())
        letIn(who, hash);
    m_file->execute("UPDATE sys_current_operation SET operation_id = NULL");
    QLoggingCategory::setFilterRules(QStringLiteral("thimblely.*=true"));
    qInstallMessageHandler(keepLog);
}

//! With a PIN of this test's, in the place of a hash that is only a mark.
void TestMarkedWindow::letIn(const QByteArray &who, const QByteArray &hash)
{
    const QByteArray id = "x'" + test::hexOf(m_file->insiderId("a", who).bytes()).toLatin1() + "'";
    m_file->execute("INSERT INTO auth_users (id, login_name, pin_hash, created_at, updated_at) VALUES (" + id + ", '" +
                    who + "', '" + hash +
                    "', 1, 1) ON CONFLICT DO UPDATE SET pin_hash = excluded.pin_hash,"
                    " failed_attempts = 0, locked_until = NULL");
}

bool TestMarkedWindow::signInAs(const QByteArray &who)
{
    m_shop->start();
    if (!m_shop->waitForFaces())
        return false;
    const auto faces = m_shop->program->findChildren<FaceButton *>();
    for (FaceButton *face : faces) {
        if (face->face().person == m_file->insiderId("a", who) && face->face().workspace == m_file->workspace("a"))
            face->click();
    }
    return m_shop->signIn(pin) && m_shop->desk().principal().person == m_file->insiderId("a", who) &&
           m_shop->desk().principal().workspace == m_file->workspace("a");
}

QStringList TestMarkedWindow::foreignOf(const QStringList &words, const Marks &allowed) const
{
    QSet<QString> found;
    for (const QString &word : words) {
        if (foreignMark(word.toUtf8(), allowed))
            found.insert(word);
    }
    return QStringList(found.begin(), found.end());
}

std::vector<PaperOrder> TestMarkedWindow::papersOf(const QByteArray &shop) const
{
    const IdBytes order = m_file->row(shop, Table::Orders);
    std::vector<PaperOrder> papers;
    for (const PaperKind kind :
         {PaperKind::ClaimCheck, PaperKind::Tags, PaperKind::RackSlip, PaperKind::WorkOrder, PaperKind::Notice})
        papers.push_back({kind, order});
    papers.push_back({PaperKind::Receipt, m_file->row(shop, Table::Transactions)});
    papers.push_back({PaperKind::Invoice, m_file->row(shop, Table::Invoices)});
    papers.push_back({PaperKind::Statement, m_file->row(shop, Table::Clients)});
    papers.push_back({PaperKind::UncollectedAll, order});
    papers.push_back({PaperKind::UncollectedLong, order});
    return papers;
}

//! The words of the paper as it would come out of a printer; nothing where it is refused.
QStringList TestMarkedWindow::printed(const PaperOrder &order) const
{
    const auto paper = OrderPapers(m_shop->desk()).make(order);
    if (!paper)
        return {describe(paper.error())};
    QFile file(m_shop->dir.filePath(QStringLiteral("paper.pdf")));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(pdfOf(*paper));
    file.close();
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {file.fileName(), QStringLiteral("-")});
    reader.waitForFinished();
    return {QString::fromUtf8(reader.readAllStandardOutput()), OrderPapers::nameOf(*paper), paper->fileName()};
}

void TestMarkedWindow::nothingForeign_data()
{
    QTest::addColumn<QByteArray>("who");
    for (const QByteArray &who : MarkedFile::insiders())
        QTest::newRow(who.constData()) << who;
}

void TestMarkedWindow::nothingForeign()
{
    QFETCH(QByteArray, who);
    m_file->copyTo(m_shop->path());
    const auto before = m_file->hashesWithout("a", who, m_shop->path());
    QVERIFY(signInAs(who));
    logged.clear();
    const Marks allowed = MarkedFile::marksOf("a", who);
    Marks ofAllTheirs = allowed;
    for (const QByteArray &each : m_file->workspacesOf("a", who))
        ofAllTheirs.merge(MarkedFile::marksOf(each, who));
    test::WindowWalk walk(*m_shop);
    for (const QByteArray &asked : {QByteArray("a"), QByteArray("b")})
        walk.everywhere(OrderId(m_file->row(asked, Table::Orders)), ClientId(m_file->row(asked, Table::Clients)),
                        {QStringLiteral("qzx"), QStringLiteral("Client"), QStringLiteral("0803"), QStringLiteral("N")},
                        asked == "a");
    QStringList words = walk.said();
    qInfo("%s: %lld words of the window, %zu refusals", who.constData(), qint64(words.size()), walk.failures().size());
    QVERIFY(words.size() > 500);
    if (!QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty()) {
        for (const PaperOrder &paper : papersOf("a"))
            words += printed(paper);
    }
    QCOMPARE(foreignOf(words, allowed), QStringList());
    QCOMPARE(foreignOf(walk.saidOfWorkspaces(), ofAllTheirs), QStringList());
    // There was something to be seen: their own.
    QVERIFY(foreignOf(words, {}).size() > 3);
    m_shop->close();
    QVERIFY2(!foreignMark(logged, allowed), logged.constData());
    const auto after = m_file->hashesWithout("a", who, m_shop->path());
    for (const auto &[table, hash] : before) {
        if (table != "auth_sessions") // their own sign-in, which is of no workspace
            QVERIFY2(after.at(table) == hash, table.constData());
    }
}

void TestMarkedWindow::papersOfAnotherWorkspaceAreNone()
{
    m_file->copyTo(m_shop->path());
    QVERIFY(signInAs("wanderer"));
    for (const PaperOrder &paper : papersOf("b")) {
        if (paper.kind == PaperKind::UncollectedAll || paper.kind == PaperKind::UncollectedLong)
            continue; // of the whole shop: about nothing
        QVERIFY2(!OrderPapers(m_shop->desk()).make(paper), QByteArray::number(int(paper.kind)).constData());
    }
}

QTEST_MAIN(TestMarkedWindow)
#include "tst_marked_window.moc"
