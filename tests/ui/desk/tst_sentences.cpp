// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/capability.h"
#include "core/messages/error_sentences.h"
#include "tests/support/test_paths.h"
#include "ui/desk/operation_text.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

#include <map>
#include <set>

using namespace thimblely;

namespace {

//! Where in the sources each name stands; a name is what looks like "order.no_pieces".
using Names = std::map<QByteArray, QString>;

QString contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

Names namesIn(const QString &folder, const QStringList &kinds, const QString &pattern)
{
    const QDir root(test::sourceFolder());
    const QRegularExpression expression(pattern);
    Names names;
    QDirIterator files(root.filePath(folder), kinds, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        auto matches = expression.globalMatch(contentsOf(path));
        while (matches.hasNext()) {
            const auto match = matches.next();
            names.emplace(match.captured(1).toLatin1(), root.relativeFilePath(path));
        }
    }
    return names;
}

const QStringList sources = {QStringLiteral("*.cpp"), QStringLiteral("*.h")};
const QString dotted = QStringLiteral("\"([a-z_]+(?:\\.[a-z_]+)+)\"");

Names operationKinds()
{
    // Operation{"client.add" …, or a constant that says it is a kind.
    Names kinds = namesIn(QStringLiteral("core"), sources, QStringLiteral("Operation\\s*\\w*\\{\\s*") + dotted);
    kinds.merge(
        namesIn(QStringLiteral("core"), sources, QStringLiteral("\\b\\w*[kK]ind\\w*(?:\\[\\])?\\s*=\\s*") + dotted));
    return kinds;
}

} // namespace

//! What core can refuse and what it can do has a sentence; texts are found in the sources, so that none is forgotten.
class TestSentences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyErrorHasASentence()
    {
        // Dotted names in core that are no errors.
        const std::set<QByteArray> others = {
            "deposit.percent",       "calendar.day_start",  "fuse.sshfs",      "fuse.rclone",
            "fuse.gocryptfs",        "import.dry_run",      "piece.stage",     "series.not_made",
            "order.no_measurements", "clients.import",      "tape.inch_parts", "org.freedesktop.secrets",
            "measurements.import",   "products.import",     "orders.import",   "notebook.refused",
            "practice.thimblely",    "accounts.google.com", "events.import"};
        Names codes = namesIn(QStringLiteral("core"), {QStringLiteral("*.cpp")}, dotted);
        codes.merge(namesIn(QStringLiteral("schema/sqlite"), {QStringLiteral("*.sql")},
                            QStringLiteral("RAISE\\s*\\(ABORT, '([a-z_.]+)'\\)")));
        QVERIFY2(codes.size() > 150, "the sources are not found");
        // A fault of the program says what its kind says: no sentence can tell more.
        const Names faults =
            namesIn(QStringLiteral("core"), sources, QStringLiteral("ErrorKind::Internal,\\s*") + dotted);
        const Names kinds = operationKinds();
        const auto known = messages::knownCodes();
        QStringList missing;
        for (const auto &[code, path] : codes) {
            if (others.contains(code) || faults.contains(code) || kinds.contains(code) || code.startsWith("thimblely."))
                continue;
            if (std::ranges::none_of(known, [&c = code](const char *sentence) { return c == sentence; }))
                missing.append(QString::fromLatin1(code) + QStringLiteral(" in ") + path);
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QStringLiteral(", "))));
    }

    //! Nobody knows what "orders:refund" is.
    void everyCapabilityIsSaidInWords()
    {
        for (int i = 0; i < access::capabilityCount; ++i) {
            const QString name = QString::fromLatin1(access::nameOf(access::Capability(i)));
            const QString sentence = messages::sentenceFor({ErrorKind::Forbidden, "access.refused", {name}, {}});
            QVERIFY2(!sentence.contains(name), qPrintable(sentence));
        }
        QCOMPARE(messages::sentenceFor({ErrorKind::Forbidden, "access.refused", {QStringLiteral("orders:refund")}, {}}),
                 QStringLiteral("Your role does not allow this: giving money back. Ask the owner, or have someone "
                                "approve it."));
    }

    void everyOperationIsNamed()
    {
        // What nobody did with their own hands, or is nobody's news.
        const std::set<QByteArray> silent = {"event.tell", "first_start.furnish", "settings.set"};
        const Names kinds = operationKinds();
        QVERIFY2(kinds.size() > 20, "the sources are not found");
        const QStringList args = {QStringLiteral("1042"), QStringLiteral("x"), QStringLiteral("y")};
        QStringList missing;
        for (const auto &[kind, path] : kinds) {
            const bool named = !ui::operationText(kind, args).isEmpty();
            if (!named && !silent.contains(kind))
                missing.append(QString::fromLatin1(kind) + QStringLiteral(" in ") + path);
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QStringLiteral(", "))));
    }

    void tablesAreSorted()
    {
        for (const char *path : {"core/messages/error_sentences.inc", "core/messages/capability_words.inc",
                                 "ui/desk/operation_sentences.inc"}) {
            QStringList keys;
            const QRegularExpression key(QStringLiteral("^\\{\"([^\"]+)\""), QRegularExpression::MultilineOption);
            auto matches =
                key.globalMatch(contentsOf((test::sourceFolder() + QStringLiteral("/")) + QLatin1String(path)));
            while (matches.hasNext())
                keys.append(matches.next().captured(1));
            QVERIFY(!keys.isEmpty());
            QVERIFY2(std::ranges::adjacent_find(keys, std::greater_equal<>()) == keys.end(), path);
        }
    }

    void anErrorSaysItsSentenceWithItsArguments()
    {
        const QString sentence =
            messages::sentenceFor({ErrorKind::Invalid, "payment.more_than_due", {QStringLiteral("₦12,500")}, {}});
        QVERIFY(sentence.contains(QStringLiteral("₦12,500")) && !sentence.contains(u'%'));
        const QString full = messages::sentenceFor({ErrorKind::DiskFull, "storage.disk_full", {}, {}});
        QVERIFY(full.contains(QStringLiteral("Nothing was written")));
        QVERIFY(!messages::sentenceFor({ErrorKind::Internal, "nobody.knows", {}, {}}).isEmpty());
    }

    void undoAndRedoSayWhatTheyTookBack()
    {
        const QStringList name = {QStringLiteral("Halima")};
        QVERIFY(ui::operationText("client.add", name).contains(name[0]));
        QVERIFY(ui::operationText("undo:client.add", name).contains(ui::operationText("client.add", name)));
        QVERIFY(ui::operationText("undo:client.add", name) != ui::operationText("redo:client.add", name));
        QVERIFY(ui::operationText("settings.set", {}).isEmpty());
    }

    void aNameIsOnlyAName()
    {
        const QString english = ui::operationText("client.add", {QStringLiteral("Halima")});
        const auto with = [&](const QString &name) { return QString(english).replace(QStringLiteral("Halima"), name); };
        const QString percent = QStringLiteral("100%1 %2 Wool");
        QCOMPARE(ui::operationText("client.add", {percent}), with(percent));
        const QString arabic = QStringLiteral("ليلى");
        QCOMPARE(ui::operationText("client.add", {arabic}), with(u'\u2068' + arabic + u'\u2069'));
        QVERIFY(!ui::operationText("client.add", {arabic}).isRightToLeft());
    }
};

QTEST_GUILESS_MAIN(TestSentences)
#include "tst_sentences.moc"
