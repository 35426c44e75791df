// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/support/tree_rules.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QLibraryInfo>

namespace thimblely::test {

namespace {

QString contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

//! "thimblely_ui_shell" is built in ui/shell, "thimblely_orders" in core/orders.
QString folderOfTarget(const QString &target)
{
    const QString name = target.mid(10);
    if (name == QLatin1String("resources"))
        return name;
    return name.startsWith(QLatin1String("ui_")) ? QStringLiteral("ui/") + name.mid(3) : QStringLiteral("core/") + name;
}

//! Whether a Qt module has this header; `header` without the angle brackets.
bool isOfModule(const QString &header, const char *module)
{
    const QString name = QLatin1String(module);
    if (header.startsWith(name + u'/'))
        return true;
    return QFileInfo::exists(QLibraryInfo::path(QLibraryInfo::HeadersPath) + u'/' + name + u'/' + header);
}

bool isOfAnyModule(const QString &header, std::initializer_list<const char *> modules)
{
    return std::any_of(modules.begin(), modules.end(), [&](const char *module) { return isOfModule(header, module); });
}

bool isComment(const QString &line)
{
    const QString text = line.trimmed();
    return text.startsWith(QLatin1String("//")) || text.startsWith(u'*') || text.startsWith(QLatin1String("/*")) ||
           text.startsWith(QLatin1String("--"));
}

//! What no line of code may say: where, what, and the name of the rule. Comments may.
struct TextRule {
    const char *rule;
    QRegularExpression where;
    QRegularExpression except;
    QRegularExpression forbidden;
};

const std::vector<TextRule> &textRules()
{
    const auto expression = [](const char *pattern) { return QRegularExpression(QLatin1String(pattern)); };
    static const QRegularExpression never(QStringLiteral("^\\b$"));
    static const std::vector<TextRule> rules = {
        // On a parent row it silently deletes the children. The tests of the wall try it, and so does who attacks it.
        {"no insert or replace", expression(""),
         expression("^tests/(dependency/|support/tree_rules|core/access/|attack/)"),
         expression("(?i)\\bINSERT\\s+OR\\s+REPLACE\\b|\\bREPLACE\\s+INTO\\b")},
        {"lists are paged by key", expression("^(core|schema|ui|app)/"), never, expression("\\bOFFSET\\s")},
        {"connections are opened behind the wall", expression("^(core|ui|app)/"),
         expression("^core/(storage/|access/(privileged|scoped_connection))"),
         expression("\\bConnection::open\\s*\\(")},
        {"now only from a clock", expression("^(core|ui|app)/"), expression("^core/base/clock\\.cpp$"),
         expression("QDateTime::current|QDate::currentDate|QTime::currentTime|system_clock::now")},
        // Qt's looks into the shop's file, whose locks are gone then: ui/widgets/file_dialog.h.
        {"files are asked for by our dialog", expression("^(core|ui|app)/"), expression("^ui/widgets/file_dialog\\."),
         expression("\\bnew QFileDialog\\b|\\bQFileDialog::get|\\bQFileDialog \\w+\\s*[({;]")},
        {"nothing is left unfinished", expression(""), expression("^tests/(dependency/|support/tree_rules)"),
         expression("\\b(TODO|FIXME)\\b")},
    };
    return rules;
}

QString breach(const QString &rule, const QString &path, qsizetype line, const QString &text)
{
    return QStringLiteral("%1: %2:%3: %4").arg(rule, path).arg(line + 1).arg(text.trimmed());
}

} // namespace

TreeRules::TreeRules(const QString &root) : m_root(root)
{
    readLinks(QStringLiteral("core"));
    m_order.append(QStringLiteral("resources"));
    readLinks(QStringLiteral("ui"));
    for (const char *top : {"app", "core", "ui", "resources", "schema", "tests"})
        readSources(QLatin1String(top));
}

void TreeRules::readLinks(const QString &layer)
{
    static const QRegularExpression foreachList(QStringLiteral("foreach\\(folder\\s([^)]*)\\)"));
    static const QRegularExpression linkList(
        QStringLiteral("(?:thimblely_library|target_link_libraries)\\(\\s*(thimblely_\\w+)\\s([^)]*)\\)"));
    static const QRegularExpression blank(QStringLiteral("\\s+"));
    const QString layerFile = contentsOf(m_root.filePath(layer + QStringLiteral("/CMakeLists.txt")));
    for (const QString &name : foreachList.match(layerFile).captured(1).split(blank, Qt::SkipEmptyParts)) {
        const QString folder = layer + u'/' + name;
        m_order.append(folder);
        auto matches = linkList.globalMatch(contentsOf(m_root.filePath(folder + QStringLiteral("/CMakeLists.txt"))));
        while (matches.hasNext()) {
            const auto match = matches.next();
            for (const QString &word : match.captured(2).split(blank, Qt::SkipEmptyParts)) {
                if (word.startsWith(QLatin1String("thimblely_")) && word != QLatin1String("thimblely_strict"))
                    m_links[folderOfTarget(match.captured(1))].insert(folderOfTarget(word));
            }
        }
    }
}

void TreeRules::readSources(const QString &top)
{
    const QStringList kinds = {QStringLiteral("*.h"), QStringLiteral("*.cpp"), QStringLiteral("*.sql")};
    QDirIterator files(m_root.filePath(top), kinds, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = m_root.relativeFilePath(files.next());
        if (path.startsWith(QLatin1String("tests/data/")))
            continue;
        const QString folder = top == QLatin1String("core") || top == QLatin1String("ui") || top == QLatin1String("app")
                                   ? path.section(u'/', 0, 1)
                                   : top;
        m_sources.push_back({path, folder, contentsOf(m_root.filePath(path)).split(u'\n')});
    }
}

TreeRules::Folders TreeRules::reachable(const QString &folder) const
{
    Folders seen;
    QStringList open = {folder};
    while (!open.isEmpty()) {
        const QString next = open.takeLast();
        if (seen.contains(next))
            continue;
        seen.insert(next);
        for (const QString &linked : m_links.value(next))
            open.append(linked);
    }
    return seen;
}

QStringList TreeRules::breaches() const
{
    QStringList found;
    checkOrder(found);
    for (const Source &source : m_sources) {
        checkIncludes(source, found);
        checkText(source, found);
        checkLicence(source, found);
    }
    found.sort();
    return found;
}

void TreeRules::checkOrder(QStringList &found) const
{
    for (auto link = m_links.cbegin(); link != m_links.cend(); ++link) {
        for (const QString &linked : link.value()) {
            if (m_order.indexOf(linked) >= m_order.indexOf(link.key()))
                found.append(breach(QStringLiteral("a folder links only folders above it"),
                                    link.key() + QStringLiteral("/CMakeLists.txt"), 0, linked));
        }
    }
}

void TreeRules::checkIncludes(const Source &source, QStringList &found) const
{
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"));
    for (qsizetype i = 0; i < source.lines.size(); ++i) {
        const auto match = include.match(source.lines[i]);
        if (!match.hasMatch())
            continue;
        const QString header = match.captured(2);
        const bool isOwn = match.captured(1) == QLatin1String("\"");
        if (isOwn && header.endsWith(QLatin1String(".moc")))
            continue;
        const QString rule = isOwn ? breachOfOwnInclude(source, header) : breachOfInclude(source, header);
        if (!rule.isEmpty())
            found.append(breach(rule, source.path, i, source.lines[i]));
    }
}

QString TreeRules::breachOfInclude(const Source &source, const QString &header) const
{
    const QString top = source.path.section(u'/', 0, 0);
    if (top == QLatin1String("tests"))
        return {};
    if (top == QLatin1String("core") && isOfAnyModule(header, {"QtGui", "QtWidgets", "QtPrintSupport", "QtSvg"}))
        return QStringLiteral("the core knows no GUI");
    // The wall is SQLite's own authorizer, limits and progress handler: core/access needs their names.
    const bool isStorage = source.folder == QLatin1String("core/storage");
    const bool maySeeSqlite = isStorage || source.folder == QLatin1String("core/access");
    if ((header == QLatin1String("sqlite3.h") && !maySeeSqlite) || (isOfModule(header, "QtSql") && !isStorage))
        return QStringLiteral("only core/storage sees SQL drivers");
    return {};
}

QString TreeRules::breachOfOwnInclude(const Source &source, const QString &header) const
{
    if (!QFileInfo::exists(m_root.filePath(header)))
        return QStringLiteral("includes start at the root");
    const QString top = source.path.section(u'/', 0, 0);
    if (top == QLatin1String("tests"))
        return {};
    const QString target = header.section(u'/', 0, 0);
    const QString targetFolder = header.section(u'/', 0, 1);
    const bool isOtherFolder = targetFolder != source.folder;
    if (top == QLatin1String("ui") &&
        (targetFolder == QLatin1String("core/storage") || targetFolder == QLatin1String("core/sync")))
        return QStringLiteral("the GUI sees services, not storage");
    if (header == QLatin1String("core/storage/connection.h") && source.folder != QLatin1String("core/storage") &&
        source.folder != QLatin1String("core/access"))
        return QStringLiteral("connections are opened behind the wall");
    if (isOtherFolder && header.endsWith(QLatin1String("_repository.h")))
        return QStringLiteral("a repository belongs to its module");
    if (top == QLatin1String("app"))
        return {};
    if (target == QLatin1String("resources") ? top != QLatin1String("core") : !isOtherFolder)
        return {};
    if (!reachable(source.folder).contains(targetFolder))
        return QStringLiteral("a folder includes only what it links");
    return {};
}

void TreeRules::checkText(const Source &source, QStringList &found)
{
    for (const TextRule &rule : textRules()) {
        if (!rule.where.match(source.path).hasMatch() || rule.except.match(source.path).hasMatch())
            continue;
        for (qsizetype i = 0; i < source.lines.size(); ++i) {
            if (!isComment(source.lines[i]) && rule.forbidden.match(source.lines[i]).hasMatch())
                found.append(breach(QLatin1String(rule.rule), source.path, i, source.lines[i]));
        }
    }
}

void TreeRules::checkLicence(const Source &source, QStringList &found)
{
    if (source.path.startsWith(QLatin1String("tests/")) && source.path.endsWith(QLatin1String(".sql")))
        return; // snapshots are written by the program
    if (!source.lines.value(0).contains(QLatin1String("SPDX-License-Identifier: GPL-3.0-or-later")) ||
        !source.lines.value(1).contains(QLatin1String("SPDX-FileCopyrightText: ")))
        found.append(breach(QStringLiteral("two SPDX lines on top"), source.path, 0, source.lines.value(0)));
}

} // namespace thimblely::test
