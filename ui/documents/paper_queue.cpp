// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/paper_queue.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QSettings>

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

PaperQueue &PaperQueue::of(const QString &shopFile)
{
    static std::map<QString, std::unique_ptr<PaperQueue>> queues;
    const QString path = QFileInfo(shopFile).absoluteFilePath();
    auto &queue = queues[path];
    if (!queue) {
        const QByteArray name = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
        queue.reset(new PaperQueue(QStringLiteral("papers/waiting/") + QString::fromLatin1(name)));
    }
    return *queue;
}

PaperQueue::PaperQueue(const QString &group) : m_group(group)
{
    load();
}

void PaperQueue::load()
{
    QSettings settings;
    const int count = settings.beginReadArray(m_group);
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
}

void PaperQueue::save()
{
    QSettings settings;
    settings.remove(m_group);
    settings.beginWriteArray(m_group, int(m_papers.size()));
    for (size_t i = 0; i < m_papers.size(); ++i) {
        settings.setArrayIndex(int(i));
        const WaitingPaper &waiting = m_papers[i];
        settings.setValue(QStringLiteral("kind"), QString::fromLatin1(kinds[size_t(waiting.paper.kind)]));
        settings.setValue(QStringLiteral("about"), RowId(waiting.paper.about).toString());
        if (waiting.paper.payer)
            settings.setValue(QStringLiteral("payer"), RowId(*waiting.paper.payer).toString());
        settings.setValue(QStringLiteral("a5"), waiting.paper.sheet == SheetSize::A5);
        settings.setValue(QStringLiteral("name"), waiting.name);
        settings.setValue(QStringLiteral("why"), waiting.why);
        settings.setValue(QStringLiteral("since"), waiting.since.msecs());
    }
    settings.endArray();
    Q_EMIT changed();
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
