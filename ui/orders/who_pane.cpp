// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/who_pane.h"

#include "core/clients/client_service.h"
#include "core/measurements/measurement_catalogue.h"
#include "core/measurements/measurement_service.h"
#include "core/messages/error_sentences.h"
#include "ui/desk/desk.h"
#include "ui/orders/client_matches.h"
#include "ui/orders/order_editor.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/list_row_delegate.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QListView>

namespace thimblely::ui {

namespace {

constexpr int mostMatches = 6;
constexpr int mostMeasures = 8;

bool looksLikePhone(const QString &typed)
{
    return phoneDigits(typed).size() >= 4 &&
           std::none_of(typed.begin(), typed.end(), [](QChar c) { return c.isLetter(); });
}

} // namespace

WhoPane::WhoPane(Desk &desk, OrderEditor &editor, QWidget *parent)
    : Pane(Role::Window, Edge::Trailing, parent), m_desk(desk), m_editor(editor), m_matches(new ClientMatches(this))
{
    build();
    connect(&m_editor, &OrderEditor::clientChanged, this, &WhoPane::showClient);
    showClient();
}

void WhoPane::build()
{
    auto *rows = column(nullptr, 8, QMargins(16, 16, 16, 16));
    setLayout(rows);
    m_who = new FieldEdit(tr("Who"), this);
    m_who->setHint(tr("new number = new client"));
    m_who->edit()->setPlaceholderText(tr("Phone or name"));
    m_who->edit()->installEventFilter(this);
    m_list = new QListView(this);
    m_list->setModel(m_matches);
    m_list->setItemDelegate(new ListRowDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Clients found"));
    m_list->installEventFilter(this);
    m_list->hide();
    m_new = new FieldEdit(tr("Name of the new client"), this);
    m_new->hide();
    m_open = new PlainButton(tr("Open client card"), this);
    m_open->setIconName("i-clients");

    rows->addWidget(m_who);
    rows->addWidget(m_new);
    rows->addWidget(m_list, 1);
    rows->addWidget(buildCard());
    rows->addStretch(0);
    rows->addWidget(m_open);

    connect(m_who->edit(), &QLineEdit::textEdited, this, &WhoPane::follow);
    connect(m_who->edit(), &QLineEdit::returnPressed, this, &WhoPane::accept);
    connect(m_new->edit(), &QLineEdit::returnPressed, this, &WhoPane::addNew);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        choose(m_matches->client(index.row()).id);
        Q_EMIT chosen();
    });
    connect(m_open, &QAbstractButton::clicked, this, [this] {
        if (m_editor.draft().client)
            Q_EMIT m_desk.navigation().clientRequested(*m_editor.draft().client);
    });
}

QWidget *WhoPane::buildCard()
{
    m_card = new QWidget(this);
    auto *rows = column(nullptr, 4, QMargins(0, 8, 0, 0));
    m_card->setLayout(rows);
    auto *head = row(nullptr, 8);
    m_name = new Label(TextStyle::Heading, Role::Text, {}, m_card);
    m_name->setElided(true);
    m_number = new Label(TextStyle::Body, Role::Muted, {}, m_card);
    head->addWidget(m_name, 1);
    head->addWidget(m_number);
    rows->addLayout(head);
    auto *state = row(nullptr, 8);
    m_status = new Label(TextStyle::BodyStrong, Role::Work, {}, m_card);
    m_owes = new Label(TextStyle::Body, Role::Text, {}, m_card);
    state->addWidget(m_status, 1);
    state->addWidget(m_owes);
    rows->addLayout(state);
    rows->addSpacing(12);
    m_fitNotes = new Label(TextStyle::Body, Role::Text, {}, m_card);
    m_fitNotes->setWordWrap(true);
    rows->addWidget(new Label(TextStyle::CaptionStrong, Role::Muted, tr("Fit notes"), m_card));
    rows->addWidget(m_fitNotes);
    rows->addSpacing(12);
    m_measuresHead = new Label(TextStyle::CaptionStrong, Role::Muted, tr("Measures"), m_card);
    rows->addWidget(m_measuresHead);
    m_measures = column(nullptr, 4);
    rows->addLayout(m_measures);
    return m_card;
}

void WhoPane::focusField()
{
    m_who->edit()->setFocus(Qt::OtherFocusReason);
    m_who->edit()->selectAll();
}

void WhoPane::follow(const QString &typed)
{
    m_new->hide();
    if (typed.trimmed().isEmpty()) {
        m_list->hide();
        m_editor.setClient(std::nullopt, {});
        return;
    }
    auto found = ClientService(m_desk.session(), m_desk.door()).search(typed, mostMatches);
    if (!found) {
        m_who->setError(messages::sentenceFor(found.error()));
        return;
    }
    m_matches->setClients(std::move(found.value()));
    m_list->setVisible(m_matches->rowCount() > 0);
    m_card->hide();
}

void WhoPane::accept()
{
    const QString typed = m_who->text().trimmed();
    if (typed.isEmpty())
        return;
    if (m_editor.draft().client && !m_list->isVisible()) {
        Q_EMIT chosen();
        return;
    }
    if (m_matches->rowCount() > 0) {
        choose(m_matches->client(0).id);
        Q_EMIT chosen();
    } else {
        offerNew(typed);
    }
}

void WhoPane::offerNew(const QString &typed)
{
    m_new->edit()->setPlaceholderText(looksLikePhone(typed) ? tr("Name") : tr("Phone, or Enter without"));
    m_new->setText({});
    m_new->show();
    m_new->edit()->setFocus(Qt::OtherFocusReason);
}

void WhoPane::addNew()
{
    const QString first = m_who->text().trimmed();
    const QString second = m_new->text().trimmed();
    ClientDraft draft;
    const bool phoneFirst = looksLikePhone(first);
    draft.name = phoneFirst ? second : first;
    if (const QString phone = phoneFirst ? first : second; !phone.isEmpty())
        draft.phones.push_back({phone});
    if (const auto valid = validate(draft, m_desk.today()); !valid) {
        m_new->setError(messages::sentenceFor(valid.error()));
        return;
    }
    m_desk.when(ClientService(m_desk.session(), m_desk.door()).add(draft), this, [this](ClientId client) {
        m_new->hide();
        choose(client);
        Q_EMIT chosen();
    });
}

void WhoPane::choose(ClientId id)
{
    const auto client = ClientService(m_desk.session(), m_desk.door()).load(id);
    if (!client) {
        m_desk.notices().fail(client.error());
        return;
    }
    m_editor.setClient(id, client->fields.name);
}

void WhoPane::showClient()
{
    m_list->hide();
    m_new->hide();
    const auto id = m_editor.draft().client;
    m_card->setVisible(id.has_value());
    m_open->setEnabled(id.has_value());
    if (!id) {
        if (!m_who->edit()->hasFocus())
            m_who->setText({});
        return;
    }
    const auto client = ClientService(m_desk.session(), m_desk.door()).load(*id);
    if (!client) {
        m_desk.notices().fail(client.error());
        return;
    }
    m_who->setText(client->fields.phones.empty() ? client->fields.name : client->fields.phones.front().number);
    m_who->clearError();
    m_name->setText(client->fields.name);
    m_number->setText(tr("no. %1").arg(client->number));
    m_status->setText(client->openOrders > 0 ? tr("\u25d0 %n at work", nullptr, client->openOrders) : QString());
    const bool owes = client->balance && client->balance->minor() > 0;
    m_owes->setText(owes ? tr("Owes %1").arg(m_desk.amount(*client->balance)) : QString());
    m_fitNotes->setText(client->fields.fitNotes.isEmpty() ? tr("None yet") : client->fields.fitNotes);
    m_fitNotes->setRole(client->fields.fitNotes.isEmpty() ? Role::Muted : Role::Text);
    showMeasures(*id);
}

void WhoPane::showMeasures(ClientId client)
{
    while (QLayoutItem *item = m_measures->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto values = MeasurementService(m_desk.session(), m_desk.door()).currentValues(client);
    const bool readable = values.ok() && !values->empty();
    m_measuresHead->setVisible(readable);
    if (!readable)
        return;
    int shown = 0;
    for (const CurrentValue &current : *values) {
        if (++shown > mostMeasures)
            break;
        const MeasurementField *field = measurementField(current.value.code);
        auto *line = new QWidget(m_card);
        auto *columns = row(nullptr, 8);
        line->setLayout(columns);
        auto *name = new Label(TextStyle::Body, Role::Muted,
                               field ? QCoreApplication::translate("Measurement", field->name) : current.value.code, line);
        name->setElided(true);
        columns->addWidget(name, 1);
        columns->addWidget(new Label(TextStyle::BodyStrong, Role::Text, current.value.text, line));
        m_measures->addWidget(line);
    }
}

bool WhoPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return Pane::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_who->edit() && key == Qt::Key_Down && m_list->isVisible()) {
        m_list->setFocus(Qt::TabFocusReason);
        m_list->setCurrentIndex(m_matches->index(0));
        return true;
    }
    if (watched == m_list && (key == Qt::Key_Return || key == Qt::Key_Enter) && m_list->currentIndex().isValid()) {
        choose(m_matches->client(m_list->currentIndex().row()).id);
        Q_EMIT chosen();
        return true;
    }
    return Pane::eventFilter(watched, event);
}

} // namespace thimblely::ui
