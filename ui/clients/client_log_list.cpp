// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/client_log_list.h"

#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/section_head.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/stitch_line.h"

#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace thimblely::ui {

namespace {

constexpr int firstEntries = 4;
constexpr int moreEntries = 25;
constexpr const char *draftScreen = "note";

//! In the order of the segments.
constexpr LogKind typedKinds[] = {LogKind::Call, LogKind::Note, LogKind::Meeting};

QString kindText(LogKind kind)
{
    switch (kind) {
    case LogKind::Call:
        return ClientLogList::tr("Call");
    case LogKind::Email:
        return ClientLogList::tr("E-mail");
    case LogKind::Meeting:
        return ClientLogList::tr("Visit");
    case LogKind::Note:
        return ClientLogList::tr("Note");
    case LogKind::Order:
        return ClientLogList::tr("Order");
    case LogKind::Payment:
        return ClientLogList::tr("Payment");
    case LogKind::Fitting:
        return ClientLogList::tr("Fitting");
    }
    Q_UNREACHABLE();
}

} // namespace

ClientLogList::ClientLogList(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_line(new QWidget(this)), m_kind(new Segmented(tr("What it was"), m_line)),
      m_text(new QLineEdit(m_line)), m_problem(new Label(TextStyle::Caption, Role::Late, {}, this)),
      m_rows(column(nullptr, 0)), m_none(new Label(TextStyle::Body, Role::Muted, tr("No calls or notes yet."), this)),
      m_more(new FlatButton(tr("More")))
{
    auto *head = new SectionHead(tr("Calls and notes"), this);
    m_more->setTrailingIconName("i-down");
    m_more->setAccessibleName(tr("More calls and notes"));
    head->addAction(m_more);
    for (const LogKind kind : typedKinds)
        m_kind->addSegment(kindText(kind));
    m_kind->setSmall(true);
    m_text->setAccessibleName(tr("What was said"));
    m_text->setPlaceholderText(tr("What was said, Enter keeps it"));
    m_text->setMaxLength(2000);
    auto *line = column(m_line, 8);
    line->addWidget(m_kind);
    line->addWidget(m_text);
    m_line->setVisible(desk.principal().can(access::Capability::ClientsWrite));
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *all = column(this, 0);
    all->addWidget(head);
    all->addWidget(m_line);
    all->addWidget(m_problem);
    all->addSpacing(8);
    all->addLayout(m_rows);
    all->addWidget(m_none);
    connect(m_text, &QLineEdit::returnPressed, this, &ClientLogList::note);
    connect(m_text, &QLineEdit::textEdited, this, [this] {
        setProblem({});
        keepDraft();
    });
    connect(m_kind, &Segmented::currentIndexChanged, this, &ClientLogList::keepDraft);
    connect(m_more, &QAbstractButton::clicked, this, [this] { read(m_shown + moreEntries); });
    const auto restyle = [this] { m_text->setFont(Theme::instance().font(TextStyle::Input)); };
    connect(&Theme::instance(), &Theme::changed, this, restyle);
    restyle();
}

void ClientLogList::showClient(ClientId client)
{
    const bool other = m_client != client;
    m_client = client;
    if (other) {
        setProblem({});
        restoreDraft();
    }
    read(other ? firstEntries : std::max(firstEntries, m_shown));
}

//! What was half said when the light went, or when somebody looked at another card, stands here again.
void ClientLogList::keepDraft()
{
    if (!m_client)
        return;
    if (m_text->text().isEmpty())
        m_desk.drafts().discard(draftScreen, m_client->toString());
    else
        m_desk.drafts().keep(
            draftScreen, m_client->toString(),
            {{QStringLiteral("kind"), m_kind->currentIndex()}, {QStringLiteral("text"), m_text->text()}});
}

void ClientLogList::restoreDraft()
{
    const QSignalBlocker quiet(m_kind);
    const QJsonObject kept = m_desk.drafts().kept(draftScreen, m_client->toString()).value_or(QJsonObject());
    m_text->setText(kept[QLatin1String("text")].toString());
    m_kind->setCurrentIndex(std::clamp(kept[QLatin1String("kind")].toInt(), 0, int(std::size(typedKinds)) - 1));
}

void ClientLogList::focusNote()
{
    m_text->setFocus(Qt::OtherFocusReason);
}

void ClientLogList::read(int count)
{
    const auto page = ClientLogService(m_desk.session(), m_desk.door()).page(*m_client, {}, count);
    if (!page) {
        m_desk.notices().fail(page.error()); // what is shown stays
        return;
    }
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const LogEntry &entry : page->rows)
        addRow(entry);
    m_shown = int(page->rows.size());
    m_none->setVisible(m_shown == 0);
    m_more->setVisible(page->next.has_value());
}

void ClientLogList::addRow(const LogEntry &entry)
{
    auto *all = new QWidget(this);
    auto *lines = column(all, 2, {0, 8, 0, 8});
    QStringList when{kindText(entry.kind), wholeDayText(m_desk.calendar().dayOf(entry.at), m_desk.locale())};
    if (!entry.person.isEmpty())
        when.append(entry.person);
    auto *head = new Label(TextStyle::Caption, Role::Muted, when.join(QStringLiteral("  \u00b7  ")), all);
    head->setElided(true);
    auto *words = new Label(TextStyle::Body, Role::Text, entry.text, all);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    lines->addWidget(words);
    lines->addWidget(head);
    m_rows->addWidget(new Separator(Qt::Horizontal, this));
    m_rows->addWidget(all);
}

void ClientLogList::note()
{
    if (!m_client || m_text->text().trimmed().isEmpty())
        return;
    const LogKind kind = typedKinds[std::max(0, m_kind->currentIndex())];
    m_text->setEnabled(false); // a second Enter on a slow disk notes nothing twice
    m_desk.when(
        ClientLogService(m_desk.session(), m_desk.door()).add(*m_client, kind, m_text->text()), this,
        [this, client = *m_client] {
            m_desk.drafts().discard(draftScreen, client.toString());
            m_text->setEnabled(true);
            m_text->clear();
            m_text->setFocus(Qt::OtherFocusReason);
        },
        [this](const Error &error) {
            m_text->setEnabled(true);
            setProblem(m_desk.sentence(error));
        });
}

void ClientLogList::setProblem(const QString &sentence)
{
    m_problem->setText(sentence.isEmpty() ? QString() : QStringLiteral("\u25b2 ") + sentence);
    m_problem->setVisible(!sentence.isEmpty());
    setInputError(m_text, !sentence.isEmpty());
}

} // namespace thimblely::ui
