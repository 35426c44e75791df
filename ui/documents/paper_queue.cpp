// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/paper_queue.h"

#include "core/base/log.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QSettings>

#include <algorithm>
#include <map>
#include <memory>

namespace thimblely::ui {

namespace {

//! Kinds as the settings have them, in the order of PaperKind.
constexpr const char *kinds[] = {"claim",     "tags", "rack",   "receipt",     "invoice",
                                 "statement", "work", "notice", "uncollected", "uncollected_long"};

std::optional<PaperKind> kindOf(const QString &code)
{
    for (size_t i = 0; i < std::size(kinds); ++i) {
        if (code == QLatin1String(kinds[i]))
            return PaperKind(i);
    }
    return std::nullopt;
}

} // namespace

QString PaperQueue::fileOf(const QString &shopFile)
{
    return shopFile + QStringLiteral(".waiting");
}

PaperQueue &PaperQueue::of(const QString &shopFile)
{
    static std::map<QString, std::unique_ptr<PaperQueue>> queues;
    const QString path = QFileInfo(shopFile).absoluteFilePath();
    auto &queue = queues[path];
    if (!queue) {
        const QByteArray name = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
        queue.reset(new PaperQueue(fileOf(path), QStringLiteral("papers/waiting/") + QString::fromLatin1(name)));
    }
    return *queue;
}

PaperQueue::PaperQueue(QString file, const QString &settingsGroup) : m_file(std::move(file))
{
    load();
    loadFromSettings(settingsGroup);
}

void PaperQueue::load()
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonArray papers = QJsonDocument::fromJson(file.readAll()).array();
    for (const auto &each : papers) {
        const QJsonObject paper = each.toObject();
        const auto kind = kindOf(paper[QLatin1String("kind")].toString());
        const auto id = RowId::parse(paper[QLatin1String("about")].toString());
        if (!kind || !id)
            continue;
        const auto payer = RowId::parse(paper[QLatin1String("payer")].toString());
        const auto workspace = WorkspaceId::parse(paper[QLatin1String("workspace")].toString());
        m_papers.push_back({{*kind, id->bytes(), paper[QLatin1String("a5")].toBool() ? SheetSize::A5 : SheetSize::A4,
                             payer ? std::optional(payer->bytes()) : std::nullopt},
                            paper[QLatin1String("name")].toString(),
                            paper[QLatin1String("why")].toString(),
                            Instant(paper[QLatin1String("since")].toInteger()),
                            workspace ? std::optional(*workspace) : std::nullopt});
    }
}

//! Where they were kept before: in the account's settings, outside of any encrypted folder. They leave it for good.
void PaperQueue::loadFromSettings(const QString &group)
{
    QSettings settings;
    const int count = settings.beginReadArray(group);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        const auto kind = kindOf(settings.value(QStringLiteral("kind")).toString());
        const auto id = RowId::parse(settings.value(QStringLiteral("about")).toString());
        if (!kind || !id)
            continue;
        const bool a5 = settings.value(QStringLiteral("a5")).toBool();
        const auto payer = RowId::parse(settings.value(QStringLiteral("payer")).toString());
        m_papers.push_back({{*kind, id->bytes(), a5 ? SheetSize::A5 : SheetSize::A4,
                             payer ? std::optional(payer->bytes()) : std::nullopt},
                            settings.value(QStringLiteral("name")).toString(),
                            settings.value(QStringLiteral("why")).toString(),
                            Instant(settings.value(QStringLiteral("since")).toLongLong())});
    }
    settings.endArray();
    if (count == 0)
        return;
    save();
    if (QFileInfo::exists(m_file))
        settings.remove(group);
}

//! A file that cannot be written is tried again with the next paper; until then they wait in this run alone.
void PaperQueue::save()
{
    QJsonArray papers;
    for (const WaitingPaper &waiting : m_papers) {
        QJsonObject paper{{QStringLiteral("kind"), QString::fromLatin1(kinds[size_t(waiting.paper.kind)])},
                          {QStringLiteral("about"), RowId(waiting.paper.about).toString()},
                          {QStringLiteral("a5"), waiting.paper.sheet == SheetSize::A5},
                          {QStringLiteral("name"), waiting.name},
                          {QStringLiteral("why"), waiting.why},
                          {QStringLiteral("since"), waiting.since.msecs()}};
        if (waiting.paper.payer)
            paper.insert(QStringLiteral("payer"), RowId(*waiting.paper.payer).toString());
        if (waiting.workspace)
            paper.insert(QStringLiteral("workspace"), waiting.workspace->toString());
        papers.append(paper);
    }
    QSaveFile file(m_file);
    if (papers.isEmpty())
        QFile::remove(m_file);
    else if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(QJsonDocument(papers).toJson(QJsonDocument::Compact));
        if (!file.commit())
            qCWarning(lcUi, "the list of papers that wait was not written");
    }
    Q_EMIT changed();
}

std::vector<WaitingPaper> PaperQueue::papersOf(WorkspaceId workspace) const
{
    std::vector<WaitingPaper> own;
    std::ranges::copy_if(m_papers, std::back_inserter(own), [&](const WaitingPaper &waiting) {
        return !waiting.workspace || *waiting.workspace == workspace;
    });
    return own;
}

void PaperQueue::put(WaitingPaper paper)
{
    std::erase_if(m_papers, [&](const WaitingPaper &waiting) { return waiting.paper == paper.paper; });
    m_papers.push_back(std::move(paper));
    save();
}

void PaperQueue::drop(const PaperOrder &paper)
{
    if (std::erase_if(m_papers, [&](const WaitingPaper &waiting) { return waiting.paper == paper; }) > 0)
        save();
}

void PaperQueue::dropAbout(const std::vector<IdBytes> &rows)
{
    const auto isAbout = [&](const WaitingPaper &waiting) {
        return std::ranges::find(rows, waiting.paper.about) != rows.end() ||
               (waiting.paper.payer && std::ranges::find(rows, *waiting.paper.payer) != rows.end());
    };
    if (std::erase_if(m_papers, isAbout) > 0)
        save();
}

} // namespace thimblely::ui
