// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/pick_up_page.h"
#include "ui/orders/outcome_form.h"

#include "core/orders/order_service.h"
#include "core/orders/rack_service.h"
#include "ui/clients/pay_back_form.h"
#include "ui/desk/desk.h"
#include "ui/documents/paper_rights.h"
#include "ui/orders/attempt_form.h"
#include "ui/orders/bag_pane.h"
#include "ui/orders/delivery_form.h"
#include "ui/orders/open_order_names.h"
#include "ui/orders/open_orders_model.h"
#include "ui/orders/pay_pane.h"
#include "ui/orders/pick_up_head.h"
#include "ui/orders/piece_forms.h"
#include "ui/orders/piece_list_model.h"
#include "ui/orders/release_form.h"
#include "ui/orders/stamp_form.h"
#include "ui/photos/photo_strip.h"
#include "ui/theme/theme.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"

#include <QKeyEvent>
#include <QRegularExpression>
#include <QStackedWidget>

// The page, its list and finding; the bag is in pick_up_page_bag.cpp, what is done in pick_up_page_take.cpp.

namespace thimblely::ui {

namespace {

constexpr int payWidth = 300;
constexpr int lowPage = 560; // px at 100 %, below which the bag has no room for its facts

bool hasLetters(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isLetter(); });
}

//! Which piece a tag names, "1042-2" or "1042P2": 2; 0 where it names none.
int pieceOnTag(const QString &typed)
{
    static const QRegularExpression tag(QStringLiteral("\\d[-Pp](\\d+)$"));
    return tag.match(typed).captured(1).toInt();
}

} // namespace

PickUpPage::PickUpPage(Desk &desk, QWidget *parent)
    : Page(parent), m_desk(desk), m_open(new OpenOrdersModel(desk, this))
{
    build();
    connectHead();
    connectBag();
    connectPay();
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { Q_EMIT m_desk.navigation().orderRequested({}); });
    connect(&m_desk.door(), &changes::WriteDoor::changed, this, &PickUpPage::follow);
    connect(&HideMoney::instance(), &HideMoney::changed, m_openList->viewport(), qOverload<>(&QWidget::update));
    connect(&Theme::instance(), &Theme::changed, this, &PickUpPage::place);
    showList();
}

void PickUpPage::build()
{
    auto *panes = row(this, 0);
    auto *left = new Pane(Role::Surface, Pane::Edge::None, this);
    auto *rows = column(nullptr, 0);
    left->setLayout(rows);
    m_head = new PickUpHead(m_desk.principal().can(access::Capability::OrdersWrite), left);
    rows->addWidget(m_head);
    m_stack = new QStackedWidget(left);
    m_stack->addWidget(buildOpenList());
    const access::Principal &principal = m_desk.principal();
    const bool takesOrders =
        principal.can(access::Capability::OrdersWrite) && principal.can(access::Capability::ClientsRead);
    m_empty = new EmptyState("i-pickup",
                             principal.can(access::Capability::OrdersRead)
                                 ? tr("Nothing hangs here. An order taken at the counter stays here until its last "
                                      "piece is collected.")
                                 : tr("Nothing is given to you now. What is given to you stays here "
                                      "until it is collected."),
                             takesOrders ? tr("Take an order") : QString(), m_stack);
    if (takesOrders && principal.can(access::Capability::DataImport))
        connect(m_empty->addWay(tr("Enter what hangs here already, off the old book…")), &QAbstractButton::clicked,
                this, &PickUpPage::notebookRequested);
    m_stack->addWidget(m_empty);
    m_nothing = new EmptyState("i-search",
                               tr("No open order is found under these words. What was collected stands on the "
                                  "client’s card."),
                               tr("All open orders"), m_stack);
    connect(m_nothing, &EmptyState::actionTriggered, this, &PickUpPage::startOver);
    m_stack->addWidget(m_nothing);
    m_bag = new BagPane(m_desk, this);
    m_photos = new PhotoStrip(m_desk, tr("what leaves"), {}, m_bag);
    m_photos->setCompact(true);
    m_bag->addToStrip(m_photos);
    connect(m_photos, &PhotoStrip::refused, this, [this](const QString &sentence) { m_desk.notices().say(sentence); });
    m_stack->addWidget(m_bag);
    rows->addWidget(m_stack, 1);
    m_pay = new PayPane(m_desk, this);
    panes->addWidget(left, 1);
    panes->addWidget(m_pay);
    m_forms = new PieceForms(m_desk, m_pay);
    m_release = new ReleaseForm(m_desk, m_pay);
    m_deliver = new DeliveryForm(m_desk, m_pay);
    m_attempt = new AttemptForm(m_desk, m_pay);
    m_stamp = new StampForm(m_desk, m_pay);
    m_outcome = new OutcomeForm(m_desk, m_pay);
}

QWidget *PickUpPage::buildOpenList()
{
    m_openList = new ListView(tr("Open orders by promise"), Role::Surface, this);
    m_openList->setModel(m_open);
    auto *delegate = new ListRowDelegate(m_openList);
    delegate->setBase(Role::Surface);
    m_openList->setItemDelegate(delegate);
    const auto chosen = [this](const QModelIndex &index) { open(m_open->order(index.row())); };
    connect(m_openList, &ListView::activated, this, chosen);
    connect(m_openList, &ListView::clicked, this, chosen);
    return m_openList;
}

void PickUpPage::connectHead()
{
    connect(m_head, &PickUpHead::typed, this, &PickUpPage::narrow);
    connect(m_head, &PickUpHead::findRequested, this, [this] { find(false); });
    connect(m_head, &PickUpHead::allRequested, this, &PickUpPage::startOver);
    connect(m_head, &PickUpHead::listRequested, this, [this] {
        if (const auto kind = uncollectedPaper())
            Q_EMIT previewRequested({*kind, IdBytes{}});
    });
    connect(m_head, &PickUpHead::alsoRequested, this, &PickUpPage::addAlso);
    connect(m_head, &PickUpHead::deliveryRequested, this, &PickUpPage::deliver);
    connect(m_head, &PickUpHead::collectorTyped, this, [this](const QString &name) {
        m_bag->setCollector(name);
        if (name.trimmed().isEmpty())
            showCollector();
        keepTyped();
    });
}

void PickUpPage::connectBag()
{
    connect(m_bag, &BagPane::tickedChanged, this, [this] { showPaying(false); });
    connect(m_bag, &BagPane::chosenChanged, this, &PickUpPage::showChosen);
    connect(m_bag, &BagPane::takenByTyped, this, &PickUpPage::keepTyped);
    connect(m_head, &PickUpHead::handOverSaid, this, [this] {
        m_pay->setProblem({});
        keepTyped();
    });
    connect(m_head, &PickUpHead::handOverRequested, this, [this] { take(); });
    connect(m_bag, &BagPane::stepRequested, this, &PickUpPage::step);
    connect(m_bag, &BagPane::placeKept, m_pay, &PayPane::focusGiven);
    connect(m_forms, &PieceForms::left, this, [this] {
        m_bag->forgetStep();
        m_pay->focusGiven();
    });
    connect(m_release, &ReleaseForm::released, this, &PickUpPage::take);
    connect(m_release, &SideForm::left, m_pay, &PayPane::focusGiven);
    connect(m_attempt, &SideForm::left, m_pay, &PayPane::focusGiven);
    connect(m_stamp, &SideForm::left, m_pay, &PayPane::focusGiven);
    connect(m_outcome, &SideForm::left, m_pay, &PayPane::focusGiven);
    connect(m_deliver, &SideForm::left, m_pay, &PayPane::focusGiven);
    connect(m_deliver, &DeliveryForm::said, this,
            [this](const std::optional<orders::Delivery> &delivery, const QString &courier) {
                setDelivery(delivery, courier);
                keepTyped();
            });
}

void PickUpPage::connectPay()
{
    connect(m_pay, &PayPane::typedChanged, this, [this] {
        m_payTyped = m_pay->typed();
        keepTyped();
    });
    connect(m_pay, &PayPane::takeRequested, this, [this] { take(); });
    connect(m_pay, &PayPane::completeRequested, this, &PickUpPage::complete);
    connect(m_pay, &PayPane::addRequested, this, &PickUpPage::addWork);
    connect(m_pay, &PayPane::partyRequested, this, &PickUpPage::openParty);
    connect(m_pay, &PayPane::payerChanged, this, [this] {
        m_payTyped = {}; // it was of another's money
        showChosen();
        showCollector();
    });
    connect(m_pay, &PayPane::invoiceRequested, this, &PickUpPage::invoice);
    connect(m_pay, &PayPane::receiptRequested, this, &PickUpPage::printReceipt);
    connect(m_pay, &PayPane::papersRequested, this, &PickUpPage::offerPapers);
    connect(m_pay, &PayPane::alsoRequested, this, &PickUpPage::addAlso);
    connect(m_pay, &PayPane::nothingAsked, m_bag, &BagPane::focusPieces);
}

QString PickUpPage::title() const
{
    if (!hasBag() || m_stack->currentWidget() != m_bag || m_bag->pieces().bag().isEmpty())
        return tr("Pick up");
    QStringList numbers;
    for (const orders::OrderDetail &order : m_bag->pieces().bag().orders)
        numbers.append(order.number);
    return numbers.size() == 1 ? tr("Order %1").arg(numbers.first())
                               : tr("Orders %1").arg(numbers.join(QStringLiteral(", ")));
}

void PickUpPage::follow(const changes::ChangeSet &changes)
{
    using storage::Table;
    const bool concerns = changes.touches(Table::Orders) || changes.touches(Table::ClientInteractions) ||
                          changes.touches(Table::OrderItems) || changes.touches(Table::Transactions) ||
                          changes.touches(Table::Invoices);
    if (concerns && isVisible())
        hasBag() && m_stack->currentWidget() == m_bag ? reload() : isPayingBack() ? void() : showList();
}

void PickUpPage::arrive()
{
    if (isPayingBack()) {
        m_payBack->focusFirst();
        return;
    }
    if (hasBag()) {
        reload();
        m_pay->focusGiven();
    } else {
        showList();
        m_head->focusFind();
    }
}

bool PickUpPage::stepBack()
{
    if (leaveForm() || m_bag->leavePlace())
        return true;
    const bool bagIsSeen = m_stack->currentWidget() == m_bag;
    if (isPayingBack()) {
        Q_EMIT m_payBack->left();
        return true;
    }
    if (hasBag() && !bagIsSeen) { // another one was looked for: the bag is as it was
        m_head->clearFind();
        reload();
        return true;
    }
    if (hasBag()) {
        leaveBag();
        m_head->clearFind();
        m_head->focusFind();
        return true;
    }
    if (m_head->found().isEmpty())
        return false;
    m_head->clearFind();
    narrow({});
    return true;
}

bool PickUpPage::handle(ActionId action)
{
    if (isPayingBack() && action == ActionId::Pay) {
        m_payBack->submit();
        return true;
    }
    if (!hasBag() || m_stack->currentWidget() != m_bag)
        return false;
    switch (action) {
    case ActionId::Pay:
        if (!m_pay->takesAnything())
            return submitForm();
        if (submitForm())
            m_pay->askFirst(); // pressed twice it would take the money that lies beneath
        else
            take();
        return true;
    case ActionId::AddTo:
        addWork();
        return true;
    case ActionId::Party:
        if (!m_desk.principal().can(access::Capability::OrdersRead))
            return false;
        openParty();
        return true;
    case ActionId::Payer:
        m_pay->nextPayer();
        return true;
    case ActionId::PrintAgain:
        if (!mayPrint(PaperKind::Receipt, m_desk.principal()))
            return false;
        printReceipt();
        return true;
    default:
        return false;
    }
}

void PickUpPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Plus && hasBag())
        addAlso();
    else
        Page::keyPressEvent(event);
}

void PickUpPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    place();
}

void PickUpPage::place()
{
    m_pay->setFixedWidth(std::min(Theme::instance().px(payWidth), std::max(payWidth, width() * 36 / 100)));
    m_bag->setLow(height() < Theme::instance().px(lowPage));
}

// The list, and finding -----------------------------------------------------------------------------------------------

void PickUpPage::setFilter(orders::OpenOrderFilter filter)
{
    if (m_open->filter() != filter)
        m_open->setFilter(filter);
}

void PickUpPage::showOpen(orders::OpenOrderFilter filter)
{
    leaveBag();
    m_head->clearFind();
    narrow({});
    setFilter(filter);
    showList();
    if (m_open->rowCount() > 0) {
        m_openList->setCurrentIndex(m_open->index(0));
        m_openList->setFocus(Qt::OtherFocusReason);
    }
}

void PickUpPage::startOver()
{
    leaveBag();
    m_head->clearFind();
    setFilter(orders::OpenOrderFilter::All);
    narrow({});
    showList();
    m_head->focusFind();
}

void PickUpPage::showList()
{
    m_open->reload();
    const bool filtered = m_open->filter() != orders::OpenOrderFilter::All;
    listOrEmpty();
    m_pay->hide();
    m_head->showList(filterName(m_open->filter()),
                     hasBag()                  ? tr("Chosen here, it goes into the bag")
                     : m_open->isLookedFor()   ? tr("What is found, what is ready first")
                     : !filtered               ? tr("Open orders, the most urgent first")
                     : m_open->rowCount() == 0 ? tr("None is left. The others are behind the button.")
                                               : QString(),
                     filtered && m_open->rowCount() > 0 && uncollectedPaper().has_value());
    Q_EMIT titleChanged();
}

void PickUpPage::listOrEmpty()
{
    QWidget *shown = m_openList;
    if (m_open->rowCount() == 0 && m_open->isLookedFor())
        shown = m_nothing;
    else if (m_open->rowCount() == 0 && m_open->filter() == orders::OpenOrderFilter::All && m_head->found().isEmpty())
        shown = m_empty;
    m_stack->setCurrentWidget(shown);
}

void PickUpPage::narrow(const QString &typed)
{
    m_head->setProblem({});
    // A number is scanned or typed to its end before it means anything; the bag stays in sight meanwhile.
    const QString words = hasLetters(typed) ? typed : QString();
    const bool bagIsSeen = hasBag() && m_stack->currentWidget() == m_bag;
    if (bagIsSeen && words.isEmpty())
        return;
    if (!typed.isEmpty() && m_open->filter() != orders::OpenOrderFilter::All)
        setFilter(orders::OpenOrderFilter::All); // what is typed is looked for among all of them
    m_open->setWords(words);
    if (hasBag() && typed.isEmpty())
        reload();
    else
        showList();
}

bool PickUpPage::takeScan(const QString &code)
{
    m_head->setFound(code);
    find(true);
    return true;
}

void PickUpPage::find(bool scanned)
{
    const QString typed = m_head->found();
    if (typed.isEmpty() || hangScanned(typed))
        return;
    const auto order = orders::OrderService(m_desk.session(), m_desk.door()).byNumber(typed);
    if (!order) {
        m_head->setProblem(m_desk.sentence(order.error()));
        return;
    }
    if (!*order) {
        findAmongOpen(typed);
        return;
    }
    open(**order);
    // A number can be known by heart, and a tag hangs on the piece: only the ticket's own code was read off it.
    if (scanned && pieceOnTag(typed) == 0)
        m_head->setTicketSeen(true);
    chooseOnTag(**order, typed);
}

//! A tag names a piece; the next scan may say where it hangs, so the keyboard stays where scans go.
void PickUpPage::chooseOnTag(OrderId order, const QString &typed)
{
    if (const int position = pieceOnTag(typed); position > 0 && m_bag->pieces().bag().find(order)) {
        for (const orders::Piece &piece : m_bag->pieces().bag().find(order)->pieces) {
            if (piece.position != position)
                continue;
            m_bag->scanned(piece.id, m_scannedOf.contains(order));
            m_scannedOf.insert(order);
            m_scanned = piece.id;
            m_head->focusFind();
        }
    }
}

//! Tag, then rail: the piece hangs there now. Only places where something hangs are known to be places.
bool PickUpPage::hangScanned(const QString &typed)
{
    const auto piece = std::exchange(m_scanned, std::nullopt);
    if (!piece || !hasBag())
        return false;
    orders::RackService racks(m_desk.session(), m_desk.door());
    const auto places = racks.places();
    if (!places)
        return false;
    const auto place = std::ranges::find_if(
        *places, [&](const QString &each) { return each.compare(typed, Qt::CaseInsensitive) == 0; });
    if (place == places->end())
        return false;
    m_head->clearFind();
    m_desk.when(racks.hang({*piece}, *place), this, [] {});
    reload();
    return true;
}

//! By name, phone, garment, colour, day and place: one that answers is meant, of several only the person can say.
void PickUpPage::findAmongOpen(const QString &typed)
{
    m_open->setWords(typed);
    if (m_open->rowCount() == 1) {
        open(m_open->order(0));
    } else if (m_open->rowCount() > 1) {
        showList();
        m_openList->setCurrentIndex(m_open->index(0));
        m_openList->setFocus(Qt::TabFocusReason);
    } else {
        if (!hasLetters(typed))
            m_open->setWords({});
        m_head->setProblem(tr("No open order is found under “%1”.").arg(typed));
    }
}

} // namespace thimblely::ui
