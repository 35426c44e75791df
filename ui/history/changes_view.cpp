// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/history/changes_view.h"

#include "ui/desk/desk.h"
#include "ui/desk/moment_text.h"
#include "ui/history/change_words.h"
#include "ui/history/history_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QTextBrowser>
#include <QTextCursor>

namespace thimblely::ui {

using changes::ChangedRows;
using changes::History;

namespace {

//! Said beside it before anybody asked, so without what was not changed.
QString whyItStays(const Error &error, const History::Operation &operation, const Desk &desk)
{
    if (error.code != "undo.not_yours")
        return desk.sentence(error);
    return operation.personName.isEmpty() ? ChangesView::tr("Only whoever did it can take it back.")
                                          : ChangesView::tr("Only %1 can take it back.").arg(operation.personName);
}

//! A part of the page in the colour of a role.
QString span(Role role, const QString &words)
{
    return QStringLiteral("<span style=\"color:%1\">%2</span>")
        .arg(Theme::instance().color(role).name(), words.toHtmlEscaped().replace(u'\n', QLatin1String("<br>")));
}

QString cell(int width, const QString &html)
{
    return QStringLiteral("<td width=\"%1%\" style=\"padding:4px 12px 4px 0\">%2</td>").arg(width).arg(html);
}

QString fieldHtml(const ChangedField &field)
{
    constexpr int nameWidth = 30;
    QString change;
    if (!field.before.isEmpty())
        change = span(Role::Muted, field.before) + QStringLiteral(" \u2192 ");
    change += field.after.isEmpty() ? span(Role::Muted, ChangesView::tr("nothing")) : span(Role::Text, field.after);
    return QStringLiteral("<tr>") + cell(nameWidth, span(Role::Muted, field.name)) + cell(100 - nameWidth, change) +
           QStringLiteral("</tr>");
}

QString rowHtml(const ChangedRows::Row &row, const std::vector<ChangedField> &fields)
{
    QString html = QStringLiteral("<p style=\"margin-top:16px;margin-bottom:4px\"><b>%1</b> %2</p>")
                       .arg(span(Role::Text, rowWords(row)), span(Role::Muted, fateWords(row, fields)));
    if (fields.empty())
        return html;
    html += QStringLiteral("<table width=\"100%\" cellspacing=\"0\">");
    for (const ChangedField &field : fields)
        html += fieldHtml(field);
    return html + QStringLiteral("</table>");
}

} // namespace

ChangesView::ChangesView(Desk &desk, QWidget *parent) : Pane(Role::Surface, Edge::None, parent), m_desk(desk)
{
    build();
    showNothing();
    connect(&Theme::instance(), &Theme::changed, this, &ChangesView::render);
    connect(&HideMoney::instance(), &HideMoney::changed, this, &ChangesView::render);
}

void ChangesView::build()
{
    m_title = new Label(TextStyle::Heading, Role::Text, {}, this);
    m_title->setWordWrap(true);
    m_who = new Label(TextStyle::Body, Role::Muted, {}, this);
    m_who->setWordWrap(true);
    m_why = new Label(TextStyle::Caption, Role::Muted, {}, this);
    m_why->setWordWrap(true);
    m_back = new PlainButton(tr("Take back"), this);
    m_text = new QTextBrowser(this);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAccessibleName(tr("What was changed"));
    m_text->setOpenLinks(false);
    auto *words = column(nullptr, 4);
    words->addWidget(m_title);
    words->addWidget(m_who);
    auto *head = row(nullptr, 16);
    head->addLayout(words, 1);
    head->addWidget(m_back, 0, Qt::AlignTop);
    auto *all = column(this, 8, {24, 16, 24, 16});
    all->addLayout(head);
    all->addWidget(m_why);
    all->addWidget(m_text, 1);
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &ChangesView::renderMore);
    connect(m_back, &QAbstractButton::clicked, this, &ChangesView::takeBack);
}

void ChangesView::showNothing()
{
    m_operation.reset();
    forget();
    for (QWidget *part : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_who), static_cast<QWidget *>(m_why),
                          static_cast<QWidget *>(m_back)})
        part->hide();
}

void ChangesView::forget()
{
    m_read = false;
    m_rest.stop();
    m_text->clear();
}

void ChangesView::show(const History::Operation &operation)
{
    if (!m_operation || m_operation->id != operation.id)
        forget();
    m_operation = operation;
    m_title->setText(historySentence(operation));
    QStringList who{operation.person ? operation.personName : tr("the program"),
                    momentText(operation.happenedAt, m_desk), operation.deviceName,
                    operation.remote ? tr("on another device") : QString()};
    who.removeAll({});
    m_who->setText(who.join(QStringLiteral(" · ")));
    m_title->show();
    m_who->show();
    showWayBack();
    if (!m_read) // it changed what it changed: what came since leaves the reader's place alone
        read();
}

void ChangesView::showWayBack()
{
    const auto why = History::whyItStays(*m_operation, m_desk.principal(), m_desk.clock().now());
    m_back->setText(m_operation->isUndo() ? tr("Do it again") : tr("Take back"));
    m_back->setVisible(!why);
    m_why->setText(why ? whyItStays(*why, *m_operation, m_desk) : QString());
    m_why->setVisible(why.has_value());
}

void ChangesView::read()
{
    const OperationId id = m_operation->id;
    auto rows = m_desk.reader().read<ChangedRows::Rows>(
        [id](access::Session &session) { return ChangedRows(session.reader()).of(id); });
    whenDone(std::move(rows), this, [this, id](const Result<ChangedRows::Rows> &result) {
        if (!m_operation || m_operation->id != id)
            return; // another one is shown by now
        if (!result)
            return m_desk.notices().fail(result.error());
        m_rows = *result;
        m_read = true;
        render();
    });
}

void ChangesView::render()
{
    m_rest.stop();
    m_text->document()->setDefaultFont(Theme::instance().font(TextStyle::Body));
    m_text->document()->setDocumentMargin(0); // it is no input, as the style takes it for
    if (!m_read)
        return;
    m_rendered = 0;
    m_text->clear();
    if (m_rows.rows.empty())
        m_text->setHtml(span(Role::Muted, tr("It changed nothing that you may see.")));
    else
        renderMore();
}

void ChangesView::renderMore()
{
    constexpr size_t linesAtOnce = 60;
    QString html;
    for (size_t lines = 0; m_rendered < m_rows.rows.size() && lines < linesAtOnce; ++m_rendered) {
        const ChangedRows::Row &row = m_rows.rows[m_rendered];
        const std::vector<ChangedField> fields = changedFields(row, m_desk);
        html += rowHtml(row, fields);
        lines += fields.size() + 1;
    }
    const bool all = m_rendered == m_rows.rows.size();
    if (all && m_rows.more > 0)
        html += QStringLiteral("<p>%1</p>").arg(span(Role::Muted, tr("And more of the same kind.")));
    QTextCursor end(m_text->document());
    end.movePosition(QTextCursor::End);
    end.insertHtml(html);
    if (!all)
        m_rest.start(0);
}

void ChangesView::takeBack()
{
    if (m_operation)
        m_desk.when(m_desk.door().undo(m_operation->id), this, [](const changes::ChangeSet &) {});
}

QString ChangesView::text() const
{
    return m_text->toPlainText();
}

} // namespace thimblely::ui
