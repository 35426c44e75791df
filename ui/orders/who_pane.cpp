// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/who_pane.h"

#include "core/clients/client_service.h"
#include "core/clients/phone_number.h"
#include "ui/clients/client_matches.h"
#include "ui/clients/duplicate_notice.h"
#include "ui/desk/desk.h"
#include "ui/desk/standing_text.h"
#include "ui/orders/family_row.h"
#include "ui/orders/measures_glance.h"
#include "ui/orders/order_editor.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QTimer>

#include <utility>

namespace thimblely::ui {

namespace {

constexpr int mostMatches = 6;

} // namespace

WhoPane::WhoPane(Desk &desk, OrderEditor &editor, QWidget *parent)
    : Pane(Role::Window, Edge::Trailing, parent), m_desk(desk), m_editor(editor), m_matches(new ClientMatches(this))
{
    build();
    connectFields();
    arrange();
    connect(&m_editor, &OrderEditor::clientChanged, this, &WhoPane::showClient);
    showClient();
}

void WhoPane::setLine(bool line)
{
    if (line == m_line)
        return;
    m_line = line;
    arrange();
    if (m_new->isHidden())
        showClient();
    else
        m_sections->hide(); // whoever is being typed stays typed, however the window is turned
}

void WhoPane::focusField()
{
    QLineEdit *edit = m_new->isHidden() ? m_who : m_new; // who was being typed is typed to the end
    edit->setFocus(Qt::TabFocusReason);
    edit->selectAll();
}

void WhoPane::setError(const QString &sentence)
{
    m_error->setText(QStringLiteral("\u25b2 ") + sentence);
    m_error->setVisible(!sentence.isEmpty());
    setInputError(m_new->isHidden() ? m_who : m_new, !sentence.isEmpty());
}

void WhoPane::showMatches(bool visible)
{
    if (visible) {
        const int rowHeight = m_list->sizeHintForRow(0);
        const int shown = std::min(m_matches->rowCount(), mostMatches);
        const int wide = std::max(m_who->width(), Theme::instance().px(320));
        const QPoint below = m_who->mapTo(m_list->parentWidget(), QPoint(0, m_who->height() + 4));
        const int left = layoutDirection() == Qt::RightToLeft ? below.x() + m_who->width() - wide : below.x();
        m_list->setGeometry(left, below.y(), wide, shown * rowHeight + 2 * m_list->frameWidth());
        m_list->raise();
    }
    m_list->setVisible(visible);
}

bool WhoPane::closeMatches()
{
    if (m_duplicates->isVisible()) {
        m_duplicates->forget();
        return true;
    }
    const bool open = m_list->isVisible();
    showMatches(false);
    return open || bringBackClient();
}

//! Who was chosen stands there again, when what was typed over the name came to nothing.
bool WhoPane::bringBackClient()
{
    if (!m_new->isHidden())
        return false;
    if (m_takenOff && !m_editor.draft().client && m_who->text().isEmpty()) {
        choose(*std::exchange(m_takenOff, std::nullopt));
        focusField();
        return true;
    }
    if (!m_editor.draft().client || m_editor.whoText().isEmpty())
        return false;
    m_editor.setWhoText({});
    showClient();
    focusField();
    return true;
}

void WhoPane::follow(const QString &typed)
{
    m_new->hide();
    setError({});
    if (typed.trimmed().isEmpty()) {
        showMatches(false);
        m_matches->setClients({});
        m_editor.setWhoText({});
        m_takenOff = m_editor.body();
        m_editor.setClient(std::nullopt, {});
        if (m_takenOff)
            setError(tr("Nobody has this order now. Esc brings them back."));
        return;
    }
    m_editor.setWhoText(typed);
    auto found = ClientService(m_desk.session(), m_desk.door()).search(typed, mostMatches);
    if (!found) {
        setError(m_desk.sentence(found.error()));
        return;
    }
    m_matches->setClients(std::move(found.value()));
    m_list->setCurrentIndex(m_matches->index(0));
    showMatches(m_matches->rowCount() > 0);
}

void WhoPane::accept()
{
    const QString typed = m_who->text().trimmed();
    if (typed.isEmpty())
        return;
    if (m_editor.draft().client && m_editor.whoText().isEmpty()) {
        Q_EMIT chosen();
        return;
    }
    if (m_matches->rowCount() == 0)
        follow(m_who->text()); // brought back from the disk, or nothing was found for it yet
    if (m_matches->rowCount() > 0) {
        choose(m_matches->client(0).id);
        Q_EMIT chosen();
    } else {
        offerNew(typed);
        m_new->setFocus(Qt::TabFocusReason);
    }
}

void WhoPane::offerNew(const QString &typed)
{
    const bool phone = looksLikePhone(typed);
    m_memberOf.reset();
    m_doubted.clear();
    m_duplicates->forget();
    warmUpPhones();
    m_new->setPlaceholderText(phone ? tr("Name of the new client") : tr("Phone, or Enter without"));
    m_new->setAccessibleName(phone ? tr("Name of the new client") : tr("Phone of the new client"));
    m_card->hide();
    m_sections->hide();
    showNew();
    m_duplicates->look(typedDraft(), {});
}

//! Somebody whom the client pays for: only the name is needed.
void WhoPane::offerMember()
{
    m_memberOf = m_editor.draft().client;
    m_duplicates->forget();
    m_new->setPlaceholderText(tr("Name of who is measured"));
    m_new->setAccessibleName(tr("Name of the new family member"));
    showNew();
}

void WhoPane::showNew()
{
    m_new->setText(m_editor.newText()); // empty, or brought back
    m_new->show();
}

ClientDraft WhoPane::typedDraft() const
{
    ClientDraft draft;
    draft.payer = m_memberOf;
    const QString second = m_new->text().trimmed();
    if (m_memberOf && m_editor.draft().client) { // the family of who stands there
        draft.name = second;
        return draft;
    }
    const QString first = m_who->text().trimmed();
    const bool phoneFirst = looksLikePhone(first);
    draft.name = phoneFirst ? second : first;
    if (const QString phone = phoneFirst ? first : second; !phone.isEmpty())
        draft.phones.push_back({phone});
    return draft;
}

//! A number that looks wrong is asked about once; the next Enter keeps it as typed.
bool WhoPane::showDoubts(const ClientDraft &draft)
{
    if (draft.phones.empty() || draft.phones.front().number == m_doubted)
        return false;
    const QString number = draft.phones.front().number;
    const auto sure = asError(readPhone(number, m_desk.profile().countryCode).doubt, number);
    if (sure)
        return false;
    m_doubted = number;
    setError(tr("%1 Enter again keeps it as typed.").arg(m_desk.sentence(sure.error())));
    return true;
}

void WhoPane::addNew()
{
    const ClientDraft draft = typedDraft();
    if (const auto valid = validate(draft, m_desk.today()); !valid) {
        setError(m_desk.sentence(valid.error()));
        return;
    }
    if (showDoubts(draft))
        return;
    if (!m_memberOf && m_duplicates->holds(draft, {}))
        return;               // whether it is the same person is said first
    m_new->setEnabled(false); // a second Enter on a slow disk adds nobody twice
    m_desk.when(
        ClientService(m_desk.session(), m_desk.door()).add(draft), this,
        [this](ClientId client) {
            m_new->setEnabled(true);
            m_new->hide();
            choose(client);
            Q_EMIT chosen();
        },
        [this](const Error &) {
            m_new->setEnabled(true);
            m_new->setFocus(Qt::OtherFocusReason);
        });
}

void WhoPane::choose(ClientId id)
{
    const auto client = ClientService(m_desk.session(), m_desk.door()).load(id);
    if (!client) {
        m_desk.notices().fail(client.error());
        return;
    }
    if (m_editor.wearerNames().contains(client->id)) { // of this order's party
        m_editor.setWearer(client->id, client->fields.name);
        return;
    }
    // One payer, several bodies: who pays has the order, and who was chosen wears it.
    if (client->fields.payer) {
        const bool fresh = m_editor.draft().client != client->fields.payer;
        m_editor.setClient(*client->fields.payer, client->payerName);
        m_editor.setWearer(client->id, client->fields.name, fresh);
        return;
    }
    m_editor.setClient(client->id, client->fields.name);
    m_editor.setWearer({}, {});
}

void WhoPane::placeNotice()
{
    if (!m_duplicates->isVisible())
        return;
    const int wide = std::max(m_new->width(), Theme::instance().px(320));
    const QPoint below = m_new->mapTo(m_duplicates->parentWidget(), QPoint(0, m_new->height() + 8));
    const int left = layoutDirection() == Qt::RightToLeft ? below.x() + m_new->width() - wide : below.x();
    m_duplicates->setGeometry(left, below.y(), wide, m_duplicates->heightForWidth(wide));
    m_duplicates->raise();
}

void WhoPane::wear(ClientId member)
{
    const auto client = ClientService(m_desk.session(), m_desk.door()).load(member);
    if (!client) {
        m_desk.notices().fail(client.error());
        return;
    }
    if (client->id == m_editor.draft().client)
        m_editor.setWearer({}, {});
    else
        m_editor.setWearer(client->id, client->fields.name);
}

void WhoPane::refresh()
{
    if (m_editor.whoText().isEmpty())
        showClient();
}

void WhoPane::showClient()
{
    m_who->setReadOnly(m_editor.addedTo().has_value()); // whose order it is stands
    showMatches(false);
    m_new->hide();
    m_memberOf.reset();
    m_duplicates->forget();
    setError({});
    const auto id = m_editor.body();
    m_card->setVisible(id.has_value());
    m_sections->setVisible(id.has_value() && !m_line);
    m_family->showFamily(m_editor.draft().client, id, m_editor.paysOwn(), m_editor.wearerNames());
    m_open->setEnabled(id.has_value());
    m_notes->hide();
    if (!id) {
        if (m_who->text() != m_editor.whoText())
            m_who->setText(m_editor.whoText()); // not clear(): undo would bring the words back instead of the order
        if (!m_editor.newText().isEmpty())
            offerNew(m_editor.whoText());
        return;
    }
    const auto client = ClientService(m_desk.session(), m_desk.door()).load(*id);
    if (!client) {
        m_desk.notices().fail(client.error());
        return;
    }
    m_who->setText(client->fields.phones.empty() ? client->fields.name : client->fields.phones.front().number);
    m_name->setText(client->fields.name);
    m_number->setText(client->payerName.isEmpty() ? tr("no. %1").arg(client->number)
                                                  : tr("%1 pays").arg(client->payerName));
    m_status->setText(client->openOrders > 0 ? QStringLiteral("\u25d0 ") + tr("%n at work", nullptr, client->openOrders)
                                             : QString());
    m_owes->setText(standingText(client->balance, client->waiting, client->overpaid, m_desk.locale()));
    m_owes->setToolTip(m_owes->text());
    const bool noted = !client->fields.fitNotes.isEmpty();
    m_fitNotes->setText(noted ? client->fields.fitNotes : tr("None yet"));
    m_fitNotes->setRole(noted ? Role::Text : Role::Muted);
    m_notes->setText(noted ? tr("Fit notes") : tr("Family"));
    m_notes->setVisible(m_line && (noted || m_family->hasOthers()));
    m_measures->showOf(*id);
    if (!m_editor.newText().isEmpty())
        offerMember();
}

void WhoPane::showNotesMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_notes->text() == tr("Fit notes")) {
        const QStringList lines = m_fitNotes->text().split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines)
            menu->addAction(line);
        menu->addSeparator();
    }
    m_family->addTo(menu);
    menu->addAction(m_open->text(), m_open, &QAbstractButton::click);
    menu->popup(m_notes->mapToGlobal(QPoint(0, m_notes->height())));
}

void WhoPane::paintEvent(QPaintEvent *event)
{
    Pane::paintEvent(event);
    if (!m_line)
        return;
    QPainter painter(this);
    paintFootLine(&painter, rect());
}

void WhoPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    QTimer::singleShot(0, this, [this] { // once the field has its new place
        if (m_list->isVisible())
            showMatches(true);
        placeNotice();
    });
}

bool WhoPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_who && event->type() == QEvent::FocusOut && !m_list->hasFocus()) {
        showMatches(false);
        // What was typed over a name and not chosen is nobody: the order stays whose it is.
        if (m_new->isHidden() && m_editor.draft().client && !m_editor.whoText().isEmpty()) {
            m_editor.setWhoText({});
            showClient();
        }
    }
    if (event->type() != QEvent::KeyPress)
        return Pane::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_who && key == Qt::Key_Down && m_list->isVisible()) {
        m_list->setFocus(Qt::TabFocusReason);
        m_list->setCurrentIndex(m_matches->index(std::min(1, m_matches->rowCount() - 1)));
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
