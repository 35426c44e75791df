// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/client_merge_pane.h"

#include "core/clients/client_service.h"
#include "ui/clients/client_picker.h"
#include "ui/desk/desk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QScrollArea>

namespace thimblely::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(thimblely::ui::ClientMergePane)
};

QString fieldText(MergedField field)
{
    switch (field) {
    case MergedField::Email:
        return Texts::tr("e-mail");
    case MergedField::Company:
        return Texts::tr("company");
    case MergedField::Address:
        return Texts::tr("address");
    case MergedField::BirthDate:
        return Texts::tr("birth date");
    case MergedField::Gender:
        return Texts::tr("measured as");
    case MergedField::Language:
        return Texts::tr("language of messages");
    case MergedField::Channel:
        return Texts::tr("how they want to be told");
    case MergedField::TaxId:
        return Texts::tr("tax number");
    case MergedField::Payer:
        return Texts::tr("who pays");
    case MergedField::Credit:
        return Texts::tr("credit");
    }
    Q_UNREACHABLE();
}

QString listOf(const std::vector<MergedField> &fields)
{
    QStringList words;
    for (const MergedField field : fields)
        words.append(fieldText(field));
    return words.join(QStringLiteral(", "));
}

} // namespace

ClientMergePane::ClientMergePane(Desk &desk, QWidget *parent) : Pane(Role::Surface, Edge::None, parent), m_desk(desk)
{
    build();
    connect(m_other, &ClientPicker::picked, this, [this] {
        m_goes = m_other->client();
        refresh();
    });
    connect(m_swap, &QAbstractButton::clicked, this, [this] {
        if (m_goes)
            start(*m_goes, m_stays);
    });
    connect(m_cancel, &QAbstractButton::clicked, this, &ClientMergePane::leaveRequested);
    connect(m_merge, &QAbstractButton::clicked, this, &ClientMergePane::merge);
}

void ClientMergePane::build()
{
    auto *head = new Pane(Role::Surface, Edge::Bottom, this);
    head->setMinimumHeight(80);
    m_title = new Label(TextStyle::Heading, Role::Text, {}, head);
    m_title->setElided(true);
    auto *hint =
        new Label(TextStyle::Caption, Role::Muted, tr("Two cards of one person become one. Undo takes it back."), head);
    hint->setElided(true);
    m_cancel = new PlainButton(tr("Cancel"), head);
    m_merge = new PrimaryButton(tr("Make one card"), head);
    auto *words = column(nullptr, 2);
    words->addStretch(1);
    words->addWidget(m_title);
    words->addWidget(hint);
    words->addStretch(1);
    auto *line = row(head, 12, {16, 12, 16, 12});
    line->addLayout(words, 1);
    line->addWidget(m_cancel, 0, Qt::AlignVCenter);
    line->addWidget(m_merge, 0, Qt::AlignVCenter);

    auto *body = new QWidget(this);
    m_other = new ClientPicker(tr("The other card"), m_desk, body);
    m_swap = new FlatButton(tr("Keep the other one instead"), body);
    m_swap->setIconName("i-repeat");
    m_problem = new Label(TextStyle::Body, Role::Late, {}, body);
    m_problem->setWordWrap(true);
    m_body = new QWidget(body);
    m_lines = new QGridLayout(m_body);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setHorizontalSpacing(16);
    m_lines->setVerticalSpacing(12);
    m_lines->setColumnStretch(1, 1);
    auto *all = column(body, 16, {16, 16, 16, 16});
    all->addWidget(m_other);
    all->addWidget(m_problem);
    all->addWidget(m_body);
    all->addWidget(m_swap, 0, Qt::AlignLeading);
    all->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    auto *parts = column(this, 0);
    parts->addWidget(head);
    parts->addWidget(scroll, 1);
    setTabOrder(m_swap, m_merge);
    setTabOrder(m_merge, m_cancel);
}

void ClientMergePane::start(ClientId stays, std::optional<ClientId> goes)
{
    m_stays = stays;
    m_goes = goes;
    QString name;
    if (goes) {
        if (const auto other = ClientService(m_desk.session(), m_desk.door()).load(*goes))
            name = other->fields.name;
    }
    m_other->setClient(goes, name);
    refresh();
}

void ClientMergePane::focusFirst()
{
    if (m_goes)
        m_merge->setFocus(Qt::OtherFocusReason);
    else
        m_other->edit()->setFocus(Qt::OtherFocusReason);
}

void ClientMergePane::refresh()
{
    setProblem({});
    const auto stays = ClientService(m_desk.session(), m_desk.door()).load(*m_stays);
    if (!stays) {
        m_desk.notices().fail(stays.error());
        return;
    }
    m_title->setText(tr("%1, no. %2, stays").arg(stays->fields.name, stays->number));
    m_merge->setEnabled(false);
    m_swap->setVisible(m_goes.has_value());
    m_body->hide();
    if (!m_goes)
        return;
    const auto preview = ClientMergeService(m_desk.session(), m_desk.door()).preview(*m_stays, *m_goes);
    if (!preview) {
        setProblem(m_desk.sentence(preview.error()));
        return;
    }
    showPreview(*preview);
    m_merge->setEnabled(true);
}

void ClientMergePane::addLine(const QString &head, const QString &words)
{
    if (words.isEmpty())
        return;
    const int line = m_lines->count() / 2;
    auto *text = new Label(TextStyle::Body, Role::Text, words, m_body);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    m_lines->addWidget(new Label(TextStyle::Body, Role::Muted, head, m_body), line, 0, Qt::AlignTop);
    m_lines->addWidget(text, line, 1);
}

QStringList ClientMergePane::movedRows(const MergedRows &rows) const
{
    QStringList words{rows.orders > 0 ? tr("%n orders", nullptr, rows.orders) : QString(),
                      rows.pieces > 0 ? tr("%n pieces worn", nullptr, rows.pieces) : QString(),
                      rows.piecesPaid > 0 ? tr("%n pieces paid for", nullptr, rows.piecesPaid) : QString(),
                      rows.measurementSets > 0 ? tr("%n sets of measures", nullptr, rows.measurementSets) : QString(),
                      rows.payments > 0 ? tr("%n payments", nullptr, rows.payments) : QString(),
                      rows.invoices > 0 ? tr("%n invoices and receipts", nullptr, rows.invoices) : QString(),
                      rows.appointments > 0 ? tr("%n appointments", nullptr, rows.appointments) : QString(),
                      rows.messages > 0 ? tr("%n messages", nullptr, rows.messages) : QString(),
                      rows.logEntries > 0 ? tr("%n calls and notes", nullptr, rows.logEntries) : QString(),
                      rows.paidFor > 0 ? tr("%n family members", nullptr, rows.paidFor) : QString()};
    words.removeAll({});
    return words;
}

void ClientMergePane::showPreview(const MergePreview &preview)
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    addLine(tr("Goes"), tr("%1, no. %2: the number, name and phone lead to the card that stays")
                            .arg(preview.goes.fields.name, preview.goes.number));
    const QStringList rows = movedRows(preview.rows);
    addLine(tr("Moves"), rows.isEmpty() ? tr("nothing hangs on it") : rows.join(QStringLiteral(", ")));
    addLine(tr("Phones added"),
            QStringList(preview.phonesAdded.begin(), preview.phonesAdded.end()).join(QStringLiteral(", ")));
    addLine(tr("Taken over"), listOf(preview.filled));
    addLine(
        tr("Differs"),
        preview.kept.empty()
            ? QString()
            : tr("%1: the card that stays keeps its own, the other stays readable on it").arg(listOf(preview.kept)));
    addLine(tr("United"), tr("notes, fit notes, tags, what was agreed"));
    m_body->show();
}

void ClientMergePane::merge()
{
    if (!m_goes || !m_merge->isEnabled())
        return;
    m_merge->setEnabled(false); // once
    m_desk.when(
        ClientMergeService(m_desk.session(), m_desk.door()).merge(*m_stays, *m_goes), this,
        [this] { Q_EMIT finished(*m_stays); },
        [this](const Error &error) {
            setProblem(m_desk.sentence(error));
            m_merge->setEnabled(true);
        });
}

void ClientMergePane::setProblem(const QString &sentence)
{
    m_problem->setText(sentence.isEmpty() ? QString() : QStringLiteral("\u25b2 ") + sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

} // namespace thimblely::ui
