// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/feed/comments_model.h"

#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/desk/moment_text.h"
#include "ui/feed/feed_words.h"
#include "ui/widgets/row_patch.h"

namespace thimblely::ui {

CommentsModel::CommentsModel(Desk &desk, QObject *parent) : QAbstractListModel(parent), m_desk(desk) {}

void CommentsModel::show(std::optional<feed::PostId> post)
{
    if (post == m_post && post)
        return refresh();
    m_post = post;
    ++m_asked;
    if (!m_rows.empty()) {
        beginResetModel();
        m_rows.clear();
        endResetModel();
    }
    if (m_post)
        refresh();
    else
        Q_EMIT loaded();
}

void CommentsModel::refresh()
{
    if (!m_post)
        return;
    auto rows = m_desk.reader().read<std::vector<feed::ThreadRow>>(
        [post = *m_post](access::Session &session) { return feed::CommentService::thread(session, post); });
    whenDone(std::move(rows), this, [this, asked = ++m_asked](Result<std::vector<feed::ThreadRow>> result) {
        if (asked != m_asked)
            return;
        if (!result) {
            Q_EMIT failed(result.error());
            return;
        }
        take(std::move(*result));
        Q_EMIT loaded();
    });
}

void CommentsModel::take(std::vector<feed::ThreadRow> rows)
{
    const RowPatch tell{[this](int first, int last) { beginInsertRows({}, first, last); }, [this] { endInsertRows(); },
                        [this](int first, int last) { beginRemoveRows({}, first, last); }, [this] { endRemoveRows(); },
                        [this](int first, int last) { Q_EMIT dataChanged(index(first), index(last)); }};
    patchRows(
        m_rows, std::move(rows), [](const feed::ThreadRow &row) { return row.comment.id; }, tell);
}

QVariant CommentsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const feed::ThreadRow &shown = row(index.row());
    const QString text = shown.comment.isRemoved ? tr("removed") : shown.comment.text;
    if (role == Qt::DisplayRole)
        return text;
    if (role != Qt::AccessibleTextRole)
        return {};
    QStringList parts;
    if (shown.depth > 0)
        parts.append(tr("Reply"));
    if (!shown.comment.isRemoved)
        parts.append(isolated(commentAuthor(shown.comment)));
    parts.append(isolated(text));
    parts.append(momentText(shown.comment.at, m_desk));
    return parts.join(QStringLiteral(", "));
}

} // namespace thimblely::ui
