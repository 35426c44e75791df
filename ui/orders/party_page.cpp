// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/party_page.h"

#include "core/access/capability.h"
#include "core/orders/piece_measures.h"
#include "core/orders/promise_text.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/desk/form_draft.h"
#include "ui/desk/isolated.h"
#include "ui/orders/party_form.h"
#include "ui/orders/party_model.h"
#include "ui/orders/party_table.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QLineEdit>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int sideWidth = 300;
constexpr int eventWidth = 96;

} // namespace

PartyPage::PartyPage(Desk &desk, QWidget *parent) : Page(parent), m_desk(desk), m_model(new PartyModel(desk, this))
{
    auto *panes = row(this, 0);
    auto *left = new Pane(Role::Surface, Pane::Edge::None, this);
    auto *rows = column(nullptr, 0);
    left->setLayout(rows);
    m_table = new PartyTable(m_model, left);
    rows->addWidget(buildHead());
    rows->addWidget(m_table, 1);
    rows->addWidget(buildFoot());
    m_side = new QWidget(this);
    m_side->hide();
    panes->addWidget(left, 1);
    panes->addWidget(m_side);
    m_form = new PartyForm(m_desk, m_side);
    connect(m_table, &PartyTable::openRequested, this, &PartyPage::open);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &PartyPage::showFoot);
    connect(m_model, &QAbstractItemModel::modelReset, this, &PartyPage::showFoot);
    connect(m_form, &PartyForm::accepted, this, &PartyPage::add);
    connect(m_form, &PartyForm::left, this, [this] {
        m_side->hide();
        if (m_party)
            showHead();
        m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(&m_desk.door(), &changes::WriteDoor::changed, this, &PartyPage::follow);
    connect(&Theme::instance(), &Theme::changed, this, &PartyPage::place);
}

QWidget *PartyPage::buildHead()
{
    auto *head = new QWidget(this);
    auto *line = row(head, 8, {16, 6, 16, 6});
    m_title = new Label(TextStyle::Heading, Role::Text, {}, head);
    m_title->setElided(true);
    m_unmeasured = new Chip(Status::Late, {}, head);
    auto *name = new Label(TextStyle::Body, Role::Muted, tr("Event"), head);
    m_event = new QLineEdit(head);
    m_event->setAccessibleName(tr("Day of the event"));
    m_event->setPlaceholderText(tr("12 dec"));
    m_eventDraft = new FormDraft(m_desk, m_event);
    m_eventDay = new Label(TextStyle::BodyStrong, Role::Text, {}, head);
    m_people = new PlainButton(tr("Add people"), head);
    m_people->setIconName("i-plus");
    m_people->setCaption(QStringLiteral("F10"));
    line->addWidget(m_title, 1);
    line->addWidget(m_unmeasured);
    line->addWidget(name);
    line->addWidget(m_event);
    line->addWidget(m_eventDay);
    line->addWidget(m_people);
    connect(m_event, &QLineEdit::editingFinished, this, &PartyPage::keepEventDate);
    connect(m_event, &QLineEdit::returnPressed, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_people, &QAbstractButton::clicked, this, &PartyPage::askPeople);
    return head;
}

QWidget *PartyPage::buildFoot()
{
    auto *foot = new QWidget(this);
    auto *line = row(foot, 8, {16, 8, 16, 8});
    m_measure = new PlainButton(tr("Measure"), foot);
    m_measure->setIconName("i-tape");
    m_piece = new PlainButton(tr("Pieces and money"), foot);
    m_piece->setIconName("i-pickup");
    m_payer = new PlainButton(QString(), foot);
    m_payer->setCaption(QStringLiteral("F12"));
    line->addWidget(m_measure);
    line->addWidget(m_piece);
    line->addWidget(m_payer);
    line->addStretch(1);
    connect(m_measure, &QAbstractButton::clicked, this, &PartyPage::measure);
    connect(m_piece, &QAbstractButton::clicked, this, &PartyPage::openPiece);
    connect(m_payer, &QAbstractButton::clicked, this, &PartyPage::togglePayer);
    return foot;
}

QString PartyPage::title() const
{
    return m_party ? tr("Party of order %1").arg(m_party->order.number) : tr("Party");
}

void PartyPage::showOrder(OrderId order)
{
    if (m_order != order) {
        m_party.reset();
        m_model->setMembers({});
        m_form->hide();
        m_side->hide();
    }
    m_order = order;
    m_measuresTaken = false;
    reload();
}

void PartyPage::arrive()
{
    m_measuresTaken = false;
    reload();
    if (!m_form->isOpen())
        m_table->setFocus(Qt::OtherFocusReason);
}

void PartyPage::follow(const changes::ChangeSet &changes)
{
    using storage::Table;
    const bool concerns = changes.touches(Table::Orders) || changes.touches(Table::OrderItems) ||
                          changes.touches(Table::Transactions) || changes.touches(Table::ClientMeasurements);
    if (concerns && isVisible())
        reload();
}

void PartyPage::reload()
{
    if (!m_order)
        return;
    m_desk.when(m_desk.reader().read<orders::Party>([door = &m_desk.door(), id = *m_order](access::Session &session) {
        return orders::PartyService(session, *door).load(id);
    }),
                this, [this, asked = *m_order](const orders::Party &party) {
                    if (asked == m_order) // else another one was opened meanwhile
                        showParty(party);
                });
}

void PartyPage::showParty(const orders::Party &party)
{
    m_party = party;
    m_model->setMembers(party.members);
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0) {
        // At the first who has not come to be measured.
        const auto first = std::ranges::find_if(party.members, [](const auto &member) { return !member.isMeasured(); });
        const int at = first == party.members.end() ? 0 : int(first - party.members.begin());
        m_table->setCurrentIndex(m_model->index(at, PartyModel::Who));
    }
    showHead();
    showFoot();
    takeMeasures(party);
    Q_EMIT titleChanged();
}

//! Who was measured for it since has it made by these measures; nothing that rests on others is touched.
void PartyPage::takeMeasures(const orders::Party &party)
{
    const bool any = std::ranges::any_of(party.members, [&](const orders::PartyMember &member) {
        return !member.isMeasured() && member.takenAt && *member.takenAt >= party.order.createdAt;
    });
    if (!any || std::exchange(m_measuresTaken, true) || !m_desk.principal().can(access::Capability::OrdersWrite))
        return;
    m_desk.when(orders::PartyService(m_desk.session(), m_desk.door()).takeMeasures(party.order.id), this, [](int) {});
}

void PartyPage::showHead()
{
    const orders::OrderDetail &order = m_party->order;
    m_title->setText(order.clientName.isEmpty() ? tr("Party of %1").arg(order.number)
                                                : tr("Party of %1, %2").arg(order.number, isolated(order.clientName)));
    const int missing = m_party->unmeasured();
    m_unmeasured->setStatus(missing == 0 ? Status::Ready : Status::Late,
                            missing == 0 ? tr("All measured") : tr("%n not measured", nullptr, missing));
    m_event->setFixedWidth(Theme::instance().px(eventWidth));
    const QString day =
        order.eventDate ? m_desk.locale().toString(order.eventDate->toQDate(), QLocale::ShortFormat) : QString();
    if (!m_event->hasFocus())
        m_event->setText(day);
    if (m_event->text() == day) // else it is being typed
        m_eventDraft->begin("PartyEvent", order.id.toString(), tr("Day of the event (order %1)").arg(order.number));
    const qint64 days = order.eventDate ? m_desk.today().daysTo(*order.eventDate) : 0;
    m_eventDay->setText(!order.eventDate ? QString()
                        : days > 0       ? tr("in %n days", nullptr, int(days))
                                         : dayText(*order.eventDate, m_desk.today(), m_desk.locale()));
    const bool writes = m_desk.principal().can(access::Capability::OrdersWrite);
    m_event->setReadOnly(!writes);
    // While people are added there is nothing to ask for, and little room beside the form.
    m_people->setVisible(writes && m_desk.principal().can(access::Capability::ClientsWrite) && !m_form->isOpen());
}

const orders::PartyMember *PartyPage::chosen() const
{
    return m_model->member(m_table->currentIndex().row());
}

void PartyPage::showFoot()
{
    const orders::PartyMember *const member = chosen();
    const access::Principal &principal = m_desk.principal();
    const bool tape = isAboutMeasures(m_table->currentIndex()); // what Enter does depends on the cell
    m_measure->setCaption(tape ? tr("Enter") : QStringLiteral("F4"));
    m_piece->setCaption(tape ? QStringLiteral("F9") : tr("Enter"));
    m_measure->setEnabled(member && member->person);
    m_piece->setEnabled(member != nullptr);
    const bool mayChoose = member && m_party && member->person && member->person != m_party->order.client;
    m_payer->setVisible(principal.can(access::Capability::OrdersWrite) &&
                        principal.can(access::Capability::PricesRead));
    m_payer->setEnabled(mayChoose);
    m_payer->setText(mayChoose && member->paysOwn() ? tr("%1 pays").arg(isolated(m_party->order.clientName))
                                                    : tr("Pays own"));
}

void PartyPage::open(const QModelIndex &index)
{
    const orders::PartyMember *const member = m_model->member(index.row());
    if (!member)
        return;
    if (isAboutMeasures(index))
        measure();
    else
        openPiece();
}

//! Of a cell: whether Enter on it takes up the tape.
bool PartyPage::isAboutMeasures(const QModelIndex &index) const
{
    const orders::PartyMember *const member = m_model->member(index.row());
    const bool tape = index.column() == PartyModel::Measured ||
                      (index.column() == PartyModel::Who && member && !member->isMeasured());
    return tape && member && member->person;
}

void PartyPage::measure()
{
    const orders::PartyMember *const member = chosen();
    if (!member || !member->person || !m_party)
        return;
    const orders::OrderDetail &order = m_party->order;
    const auto made = std::ranges::find_if(order.pieces, [&](const orders::Piece &piece) {
        return order.wearerOf(piece) == member->person && piece.facts.kind == orders::PieceKind::Make;
    });
    std::optional<TemplateId> garment;
    if (made != order.pieces.end())
        garment = orders::templateFor(m_desk.session(), m_desk.door(), made->facts.garmentType, member->person)
                      .valueOr(std::nullopt);
    Q_EMIT m_desk.navigation().measureRequested(*member->person, garment);
}

void PartyPage::openPiece()
{
    if (const orders::PartyMember *const member = chosen(); member && m_order)
        Q_EMIT m_desk.navigation().memberRequested(*m_order, member->person);
}

//! Pays for their own, or the order's client does again.
void PartyPage::togglePayer()
{
    const orders::PartyMember *const member = chosen();
    if (!member || !m_payer->isEnabled() || !m_order)
        return;
    m_desk.when(orders::PartyService(m_desk.session(), m_desk.door())
                    .setPayer(*m_order, member->pieces, member->paysOwn() ? std::nullopt : member->person),
                this, [] {});
}

void PartyPage::askPeople()
{
    if (!m_party || !m_people->isVisible())
        return;
    QStringList alike;
    for (const orders::PartyMember &member : m_party->members)
        alike.append(tr("%1: %2").arg(isolated(member.name), member.garments.join(QStringLiteral(", "))));
    m_side->show();
    m_form->ask(alike, m_party->order.id.toString());
    showHead();
}

void PartyPage::add(const std::vector<orders::PartyGuest> &guests, int alike)
{
    if (!m_party || alike < 0 || alike >= int(m_party->members.size())) {
        m_form->setProblem(tr("Choose whose pieces each of them gets, too."));
        return;
    }
    m_form->setBusy(true);
    const auto like = m_party->members[size_t(alike)].pieces;
    m_desk.when(
        orders::PartyService(m_desk.session(), m_desk.door()).dress(m_party->order.id, guests, like), this,
        [this](const std::vector<orders::PartyGuest> &) {
            m_form->setBusy(false);
            m_form->done();
        },
        [this](const Error &error) {
            m_form->setBusy(false);
            m_form->setProblem(m_desk.sentence(error));
        });
}

void PartyPage::keepEventDate()
{
    if (!m_party || !m_event->isModified())
        return;
    const QString typed = m_event->text().trimmed();
    const auto read = orders::parsePromise(typed, m_desk.calendar(), m_desk.clock().now(), m_desk.locale());
    setInputError(m_event, !typed.isEmpty() && !read);
    if (!typed.isEmpty() && !read) {
        m_eventDay->setText(m_desk.sentence(read.error()));
        return;
    }
    m_event->setModified(false);
    const auto day = typed.isEmpty() ? std::nullopt : std::optional(read->date);
    if (day != m_party->order.eventDate)
        m_desk.when(orders::PartyService(m_desk.session(), m_desk.door()).setEventDate(m_party->order.id, day), this,
                    [] {});
}

bool PartyPage::stepBack()
{
    if (m_form->isOpen()) {
        m_form->leave();
        return true;
    }
    return false;
}

bool PartyPage::handle(ActionId action)
{
    switch (action) {
    case ActionId::Pay:
        if (m_form->isOpen())
            m_form->submit();
        else
            openPiece();
        return true;
    case ActionId::AddTo:
        askPeople();
        return true;
    case ActionId::Measure:
        measure();
        return true;
    case ActionId::Payer:
        togglePayer();
        return true;
    default:
        return false;
    }
}

void PartyPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    place();
}

void PartyPage::place()
{
    m_side->setFixedWidth(std::min(Theme::instance().px(sideWidth), std::max(sideWidth, width() * 36 / 100)));
}

} // namespace thimblely::ui
