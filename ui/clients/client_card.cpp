// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/client_card.h"

#include "core/orders/client_photos.h"
#include "ui/clients/balance_strip.h"
#include "ui/clients/client_family_list.h"
#include "ui/clients/client_log_list.h"
#include "ui/clients/client_measures.h"
#include "ui/clients/client_orders.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/documents/order_papers.h"
#include "ui/photos/photo_strip.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/section_head.h"

#include <QGridLayout>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>

namespace thimblely::ui {

namespace {

using access::Capability;
using storage::Table;

constexpr int MeasuresWidth = 376; // at 100 %, its padding included
constexpr int OrdersLeast = 380;   // narrower than this the sections stand under each other
constexpr int HeadHeight = 80;
constexpr int mostPhotos = 8;

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

//! Fit notes are typed as lines or with semicolons between them; each is one tag.
QStringList notesOf(const QString &text)
{
    QStringList notes;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        for (const QString &part : line.split(u';', Qt::SkipEmptyParts))
            notes.append(part.simplified());
    }
    notes.removeAll({});
    return notes;
}

} // namespace

ClientCard::ClientCard(Desk &desk, QWidget *parent) : Pane(Role::Surface, Edge::None, parent), m_desk(desk)
{
    build();
    m_photosHead->hide();
    m_photos->hide();
    connectButtons();
    layOut();
    connect(&Theme::instance(), &Theme::changed, this, &ClientCard::layOut);
}

void ClientCard::build()
{
    auto *body = new QWidget(this);
    m_grid = new QGridLayout(body);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(0);
    m_fitSection = buildFitNotes();
    m_measureSection = new ClientMeasures(m_desk, this);
    m_measureSection->setVisible(m_desk.principal().can(Capability::MeasurementsRead));
    m_orderSection = buildOrders();
    m_scroll = new QScrollArea(this);
    m_scroll->setWidget(body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    auto *all = column(this, 0);
    all->addWidget(buildHead());
    all->addWidget(m_scroll, 1);
}

QWidget *ClientCard::buildHead()
{
    auto *head = new Pane(Role::Surface, Edge::Bottom, this);
    head->setMinimumHeight(HeadHeight);
    m_name = new Label(TextStyle::Heading, Role::Text, {}, head);
    m_name->setElided(true);
    m_reach = new Label(TextStyle::Body, Role::Muted, {}, head);
    m_reach->setElided(true);
    m_reach->setTextInteractionFlags(Qt::NoTextInteraction);
    m_unsaved = new Label(TextStyle::CaptionStrong, Role::Today, {}, head);
    m_unsaved->setElided(true);
    m_unsaved->hide();
    m_more = new FlatButton({}, head);
    m_more->setIconName("i-more");
    m_more->setAccessibleName(tr("More about this client"));
    m_more->setToolTip(tr("More"));
    m_edit = new PlainButton(tr("Edit"), head);
    m_edit->setIconName("i-edit");
    m_edit->setAccessibleName(tr("Edit"));
    m_edit->setToolTip(tr("Edit (Enter in the list)"));
    m_measure = new PlainButton(tr("Measure"), head);
    m_measure->setIconName("i-tape");
    m_measure->setCaption(QStringLiteral("F4"));
    m_measure->setAccessibleName(tr("Measure"));
    m_measure->setToolTip(tr("Measure (F4)"));
    m_order = new PrimaryButton(tr("New order"), head);
    m_order->setIconName("i-plus");
    m_order->setCaption(QStringLiteral("F2"));

    auto *words = column(nullptr, 2);
    words->addStretch(1);
    words->addWidget(m_name);
    words->addWidget(m_reach);
    words->addWidget(m_unsaved);
    words->addStretch(1);
    auto *line = row(head, 12, {16, 12, 16, 12});
    line->addLayout(words, 1);
    line->addWidget(m_more, 0, Qt::AlignVCenter);
    for (QWidget *button : {m_edit, m_measure, m_order})
        line->addWidget(button, 0, Qt::AlignVCenter);
    const access::Principal &person = m_desk.principal();
    m_more->setVisible(person.can(Capability::ClientsDelete) || person.can(Capability::ClientsWrite));
    m_edit->setVisible(person.can(Capability::ClientsWrite));
    m_measure->setVisible(person.can(Capability::MeasurementsWrite));
    m_order->setVisible(person.can(Capability::OrdersWrite));
    return head;
}

QWidget *ClientCard::buildFitNotes()
{
    auto *section = new QWidget(this);
    auto *lines = column(section, 0, {16, 0, 16, 0});
    lines->addWidget(new SectionHead(tr("Fit notes"), section));
    m_fitTags = new QWidget(section);
    m_fitTags->setLayout(new FlowLayout(8, 8));
    lines->addWidget(m_fitTags);
    lines->addSpacing(12);
    return section;
}

std::optional<OrderId> ClientCard::order() const
{
    return m_client && m_orders ? m_orders->order() : std::nullopt;
}

QWidget *ClientCard::buildOrders()
{
    auto *section = new QWidget(this);
    auto *lines = column(section, 0, {16, 0, 16, 16});
    m_orders = new ClientOrders(m_desk, section);
    m_orders->setVisible(m_desk.principal().can(Capability::OrdersRead));
    m_balanceHead = new SectionHead(tr("Balance"), section);
    m_balance = new BalanceStrip(section);
    m_balance->setLocale(m_desk.locale());
    m_payBack = new FlatButton(tr("Pay back\u2026"));
    m_payBack->setAccessibleName(tr("Pay back what is kept for this client"));
    m_payBack->hide();
    m_balanceHead->addAction(m_payBack);
    connect(m_payBack, &QAbstractButton::clicked, this, [this] {
        if (m_client)
            Q_EMIT payBackRequested(*m_client, m_name->text());
    });
    auto *statement = new FlatButton(tr("Print statement"));
    m_balanceHead->addAction(statement);
    connect(statement, &QAbstractButton::clicked, this, [this] {
        if (m_client)
            OrderPapers(m_desk).printStatement(*m_client);
    });
    m_family = new ClientFamily(m_desk, section);
    m_log = new ClientLogList(m_desk, section);
    m_detailsHead = new SectionHead(tr("About"), section);
    m_details = new QGridLayout;
    m_details->setHorizontalSpacing(16);
    m_details->setVerticalSpacing(8);
    m_details->setColumnStretch(1, 1);
    m_photosHead = new SectionHead(tr("Photos"), section);
    m_photos = new PhotoStrip(m_desk, tr("this client’s pieces"), {}, section);
    m_photos->setReadOnly(true);
    connect(m_photos, &PhotoStrip::refused, this, [this](const QString &why) { m_desk.notices().say(why); });
    lines->addWidget(m_orders);
    lines->addWidget(m_photosHead);
    lines->addWidget(m_photos, 0, Qt::AlignLeft);
    lines->addSpacing(8);
    lines->addWidget(m_balanceHead);
    lines->addWidget(m_balance);
    lines->addSpacing(8);
    lines->addWidget(m_family);
    lines->addSpacing(8);
    lines->addWidget(m_log);
    lines->addSpacing(8);
    lines->addWidget(m_detailsHead);
    lines->addLayout(m_details);
    lines->addStretch(1);
    return section;
}

void ClientCard::connectButtons()
{
    connect(m_edit, &QAbstractButton::clicked, this, [this] {
        if (m_client)
            Q_EMIT editRequested(*m_client);
    });
    connect(m_measure, &QAbstractButton::clicked, this, [this] {
        if (m_client)
            Q_EMIT m_desk.navigation().measureRequested(*m_client, {});
    });
    connect(m_order, &QAbstractButton::clicked, this, [this] {
        if (m_client)
            Q_EMIT m_desk.navigation().orderRequested(*m_client);
    });
    connect(m_more, &QAbstractButton::clicked, this, &ClientCard::openMenu);
    connect(m_family, &ClientFamily::openRequested, this, &ClientCard::otherRequested);
    connect(m_family, &ClientFamily::addRequested, this, &ClientCard::memberRequested);
}

void ClientCard::openMenu()
{
    if (!m_client)
        return;
    const ClientId client = *m_client;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_desk.principal().can(Capability::MessagesWrite))
        menu->addAction(tr("Write a message\u2026"), this,
                        [this, client] { Q_EMIT m_desk.navigation().messagesRequested(client, {}); });
    if (m_desk.principal().can(Capability::ClientsWrite))
        menu->addAction(tr("Note a call"), m_log, &ClientLogList::focusNote);
    if (m_desk.principal().can(Capability::TillOperate) && m_desk.principal().can(Capability::PricesRead))
        menu->addAction(tr("What they paid\u2026"), this,
                        [this] { Q_EMIT m_desk.navigation().paymentsRequested(m_name->text()); });
    if (m_desk.principal().can(Capability::HistoryRead)) {
        menu->addAction(tr("History of this client"), this, [this, client] {
            Q_EMIT m_desk.navigation().historyRequested(storage::Table::Clients, client.as<RowTag>(), m_name->text());
        });
    }
    if (m_desk.principal().can(Capability::ClientsDelete)) {
        menu->addAction(tr("Make one with another card\u2026"), this,
                        [this, client] { Q_EMIT mergeRequested(client); });
        menu->addAction(tr("Move to the bin"), this, [this, client] { Q_EMIT removeRequested(client); });
    }
    const QString name = m_name->text();
    if (m_desk.principal().can(Capability::DataExport)) {
        menu->addSeparator();
        menu->addAction(tr("Everything held on them\u2026"), this,
                        [this, client, name] { Q_EMIT heldRequested(client, name); });
    }
    if (m_desk.principal().can(Capability::DataEraseClient))
        menu->addAction(tr("Erase\u2026"), this, [this, client, name] { Q_EMIT eraseRequested(client, name); });
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void ClientCard::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    layOut();
}

void ClientCard::layOut()
{
    const Theme &theme = Theme::instance();
    const int measures = theme.px(MeasuresWidth);
    m_wide = width() >= measures + theme.px(OrdersLeast) && m_desk.principal().can(Capability::MeasurementsRead);
    const bool roomy = width() >= theme.px(720);
    m_measure->setCaption(roomy ? QStringLiteral("F4") : QString());
    m_order->setCaption(roomy ? QStringLiteral("F2") : QString());
    m_edit->setText(roomy ? tr("Edit") : QString());
    m_measure->setText(width() >= theme.px(560) ? tr("Measure") : QString()); // the name has the room before its words
    for (QWidget *section : {m_fitSection, static_cast<QWidget *>(m_measureSection), m_orderSection})
        m_grid->removeWidget(section);
    m_fitSection->setFixedWidth(m_wide ? measures : QWIDGETSIZE_MAX);
    m_measureSection->setFixedWidth(m_wide ? measures : QWIDGETSIZE_MAX);
    m_fitSection->setMinimumWidth(m_wide ? measures : 0);
    m_measureSection->setMinimumWidth(m_wide ? measures : 0);
    m_grid->addWidget(m_fitSection, 0, 0);
    if (m_wide) {
        m_grid->addWidget(m_measureSection, 1, 0);
        m_grid->addWidget(m_orderSection, 0, 1, 2, 1);
    } else {
        m_grid->addWidget(m_orderSection, 1, 0);
        m_grid->addWidget(m_measureSection, 2, 0);
    }
    m_grid->setColumnStretch(0, m_wide ? 0 : 1);
    m_grid->setColumnStretch(1, m_wide ? 1 : 0);
    m_grid->setRowStretch(0, 0);
    m_grid->setRowStretch(1, m_wide ? 1 : 0);
    m_grid->setRowStretch(2, m_wide ? 0 : 1);
    update();
}

void ClientCard::paintEvent(QPaintEvent *event)
{
    Pane::paintEvent(event);
    if (!m_wide)
        return;
    QPainter painter(this);
    const int at = Theme::instance().px(MeasuresWidth);
    const int x = layoutDirection() == Qt::RightToLeft ? width() - at : at;
    painter.fillRect(QRect(x, m_scroll->y(), 1, m_scroll->height()), Theme::instance().color(Role::Line));
}

bool ClientCard::showClient(ClientId asked)
{
    const auto client = ClientService(m_desk.session(), m_desk.door()).load(asked);
    if (!client) {
        m_desk.notices().fail(client.error());
        return false;
    }
    const ClientId id = client->id; // where the card was merged, the one it was merged into
    const bool other = m_client != id;
    m_client = id;
    showFields(*client);
    m_family->showClient(id);
    m_log->showClient(id);
    if (m_desk.principal().can(Capability::MeasurementsRead))
        m_measureSection->showClient(*client);
    if (m_desk.principal().can(Capability::OrdersRead)) {
        if (other)
            m_orders->showClient(id);
        else
            m_orders->refresh();
        showPhotos();
    }
    if (other)
        m_scroll->ensureVisible(0, 0);
    return true;
}

//! Of their newest orders; a card without any has no such section.
void ClientCard::showPhotos()
{
    auto photos = m_desk.reader().read<std::vector<changes::Media>>(
        [client = *m_client](access::Session &session) { return orders::photosOfClient(session, client, mostPhotos); });
    whenDone(std::move(photos), this, [this, client = *m_client](const auto &read) {
        if (m_client != client)
            return;
        if (!read)
            return m_desk.notices().fail(read.error());
        if (m_photos->photos() != *read) // a picture that has the keyboard keeps it
            m_photos->setPhotos(*read);
        m_photosHead->setVisible(!read->empty());
        m_photos->setVisible(!read->empty());
    });
}

void ClientCard::apply(const changes::ChangeSet &changes)
{
    if (!m_client)
        return;
    const bool concerned = changes.touches(Table::Clients, m_client->bytes()) || changes.touches(Table::Orders) ||
                           changes.touches(Table::OrderItems) || changes.touches(Table::ClientMeasurements) ||
                           changes.touches(Table::Transactions) || changes.touches(Table::Clients) ||
                           changes.touches(Table::ClientInteractions);
    if (!concerned)
        return;
    const auto still = ClientService(m_desk.session(), m_desk.door()).summaries({*m_client});
    if (still && still->empty())
        m_client.reset(); // in the bin: the page says what stands here instead
    else
        showClient(*m_client);
}

void ClientCard::showFields(const Client &client)
{
    m_name->setText(client.fields.name);
    QStringList reach{tr("no. %1").arg(client.number)};
    for (const Phone &phone : client.fields.phones) {
        // The number keeps its order in a mirrored window, and the parts follow each other as the words do.
        const QString number = QChar(0x2066) + phone.number + QChar(0x2069);
        reach.append(phone.use == PhoneUse::WhatsApp ? tr("WhatsApp %1").arg(number)
                     : phone.use == PhoneUse::Both   ? tr("Call, WhatsApp %1").arg(number)
                                                     : tr("Call %1").arg(number));
    }
    for (QString &part : reach)
        part = QChar(0x2068) + part + QChar(0x2069);
    m_reach->setText(reach.join(QStringLiteral("   ")));
    showFitNotes(client.fields.fitNotes);
    showDetails(client);
    showBalance(client);
}

void ClientCard::showFitNotes(const QString &text)
{
    clear(m_fitTags->layout());
    const QStringList notes = notesOf(text);
    for (const QString &note : notes) {
        auto *tag = new Chip(note, m_fitTags);
        tag->setToolTip(note);
        m_fitTags->layout()->addWidget(tag);
    }
    if (notes.isEmpty())
        m_fitTags->layout()->addWidget(new Label(TextStyle::Body, Role::Muted, tr("None yet"), m_fitTags));
    m_fitTags->updateGeometry();
}

void ClientCard::setUnsaved(const QString &sentence)
{
    m_unsaved->setText(sentence);
    m_unsaved->setVisible(!sentence.isEmpty());
}

} // namespace thimblely::ui
