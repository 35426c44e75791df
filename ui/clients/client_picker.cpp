// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/client_picker.h"

#include "core/clients/client_service.h"
#include "ui/clients/client_matches.h"
#include "ui/desk/desk.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"

#include <QCompleter>
#include <QLineEdit>

namespace thimblely::ui {

namespace {

constexpr int mostMatches = 6;

} // namespace

ClientPicker::ClientPicker(const QString &label, Desk &desk, QWidget *parent)
    : FieldEdit(label, parent), m_desk(desk), m_matches(new ClientMatches(this)), m_completer(new QCompleter(this))
{
    edit()->setPlaceholderText(tr("Name, number or phone"));
    auto *list = new ListView(tr("Clients found"), Role::Surface);
    auto *delegate = new ListRowDelegate(list);
    delegate->setBase(Role::Surface);
    m_completer->setModel(m_matches);
    m_completer->setPopup(list);
    list->setItemDelegate(delegate);
    list->setFrameShape(QFrame::StyledPanel);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(mostMatches);
    m_completer->setWidget(edit());
    connect(edit(), &QLineEdit::textEdited, this, &ClientPicker::follow);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { take(index.row()); });
    connect(edit(), &QLineEdit::returnPressed, this, [this] {
        if (isUnclear() && m_matches->rowCount() > 0)
            take(0);
    });
}

void ClientPicker::setClient(std::optional<ClientId> client, const QString &name)
{
    m_client = client;
    setText(name);
    clearError();
}

void ClientPicker::follow(const QString &typed)
{
    const bool had = m_client.has_value();
    m_client.reset();
    if (typed.trimmed().isEmpty()) {
        m_matches->setClients({});
        m_completer->popup()->hide();
        if (had)
            Q_EMIT picked();
        return;
    }
    auto found = ClientService(m_desk.session(), m_desk.door()).search(typed, mostMatches);
    if (!found) {
        m_desk.notices().fail(found.error());
        return;
    }
    m_matches->setClients(std::move(*found));
    if (m_matches->rowCount() > 0)
        m_completer->complete();
    else
        m_completer->popup()->hide();
}

void ClientPicker::take(int row)
{
    const ClientSummary client = m_matches->client(row);
    m_completer->popup()->hide();
    setClient(client.id, client.name);
    Q_EMIT picked();
}

} // namespace thimblely::ui
