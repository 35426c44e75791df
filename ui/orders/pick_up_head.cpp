// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/pick_up_head.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLineEdit>

namespace thimblely::ui {

namespace {

constexpr int findWidth = 190;
constexpr int collectorWidth = 144;

} // namespace

PickUpHead::PickUpHead(bool handsOver, QWidget *parent)
    : Pane(Role::Surface, Edge::Bottom, parent), m_handsOver(handsOver), m_find(new QLineEdit(this)),
      m_problem(new Label(TextStyle::Caption, Role::Late, {}, this)), m_also(new PlainButton(QString(), this)),
      m_filter(new PlainButton(QString(), this)), m_list(new PlainButton(tr("Print the list"), this)),
      m_heading(new Label(TextStyle::Body, Role::Muted, {}, this)),
      m_ticketSeen(new QCheckBox(tr("Ticket seen"), this)), m_identity(new QComboBox(this)),
      m_collects(new QWidget(this)),
      m_collectorName(new Label(TextStyle::Body, Role::Muted, tr("Collector"), m_collects)),
      m_collector(new QLineEdit(m_collects)), m_delivery(new PlainButton(tr("Deliver…"), this))
{
    auto *parts = new FlowLayout(12, 8, this);
    parts->setContentsMargins(16, 14, 16, 14);
    buildFind();
    buildHandOver();
    for (QWidget *part :
         {static_cast<QWidget *>(m_find), static_cast<QWidget *>(m_problem), static_cast<QWidget *>(m_also),
          static_cast<QWidget *>(m_filter), static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_heading),
          static_cast<QWidget *>(m_ticketSeen), static_cast<QWidget *>(m_delivery), static_cast<QWidget *>(m_identity),
          m_collects})
        parts->addWidget(part);
    setTabOrder(m_ticketSeen, m_delivery);
    setTabOrder(m_delivery, m_identity);
    setTabOrder(m_identity, m_collector);
    fit();
    connect(&Theme::instance(), &Theme::changed, this, &PickUpHead::fit);
}

void PickUpHead::buildFind()
{
    m_find->setAccessibleName(tr("Order number, ticket or name"));
    m_find->setPlaceholderText(tr("Scan or name"));
    m_find->addAction(icon("i-scan", Role::Text, 18), QLineEdit::LeadingPosition);
    m_find->installEventFilter(this);
    m_problem->setElided(true);
    m_problem->hide();
    m_also->setTrailingIconName("i-plus");
    m_also->hide();
    m_filter->setTrailingIconName("i-x");
    m_filter->setToolTip(tr("Back to all open orders"));
    m_list->setIconName("i-print");
    m_list->hide();
    m_heading->setElided(true);
    connect(m_list, &QAbstractButton::clicked, this, &PickUpHead::listRequested);
    connect(m_find, &QLineEdit::textEdited, this, &PickUpHead::typed);
    connect(m_find, &QLineEdit::returnPressed, this, &PickUpHead::findRequested);
    connect(m_also, &QAbstractButton::clicked, this, &PickUpHead::alsoRequested);
    connect(m_filter, &QAbstractButton::clicked, this, &PickUpHead::allRequested);
}

void PickUpHead::buildHandOver()
{
    m_identity->setAccessibleName(tr("How it was seen whose it is"));
    m_identity->addItem(tr("No ticket: how seen?"));
    for (const QString &how :
         {tr("Known here"), tr("ID card seen"), tr("Their phone rang"), tr("Described it rightly")})
        m_identity->addItem(how);
    m_collector->setAccessibleName(tr("Who collects"));
    auto *collects = row(m_collects, 8);
    collects->addWidget(m_collectorName);
    collects->addWidget(m_collector);
    connect(m_ticketSeen, &QCheckBox::toggled, this,
            [this](bool seen) { m_identity->setVisible(!seen && m_ticketSeen->isVisibleTo(this)); });
    m_identity->installEventFilter(this);
    connect(m_ticketSeen, &QCheckBox::clicked, this, &PickUpHead::handOverSaid);
    connect(m_identity, &QComboBox::activated, this, &PickUpHead::handOverSaid);
    for (const auto said : {&PickUpHead::handOverSaid, &PickUpHead::handOverRequested})
        connect(this, said, m_identity, [this] { setInputError(m_identity, false); });
    connect(m_collector, &QLineEdit::textEdited, this, &PickUpHead::collectorTyped);
    connect(m_delivery, &QAbstractButton::clicked, this, &PickUpHead::deliveryRequested);
}

void PickUpHead::fit()
{
    const Theme &theme = Theme::instance();
    m_find->setFont(theme.font(TextStyle::Input));
    m_find->setFixedWidth(theme.px(findWidth));
    m_collector->setFixedWidth(theme.px(collectorWidth));
}

//! "+" is no part of a number or a name: it takes along what else is ready. Enter on what was chosen goes on.
bool PickUpHead::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_find && event->type() == QEvent::KeyPress && m_find->text().isEmpty() &&
        m_also->isVisibleTo(this) && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Plus) {
        Q_EMIT alsoRequested();
        return true;
    }
    const int key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event)->key() : 0;
    if (watched == m_identity && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        Q_EMIT handOverRequested();
        return true;
    }
    return Pane::eventFilter(watched, event);
}

void PickUpHead::showList(const QString &filter, const QString &heading, bool printable)
{
    m_list->setVisible(printable);
    m_filter->setText(filter);
    m_filter->setAccessibleName(tr("%1: back to all open orders").arg(filter));
    m_filter->setVisible(!filter.isEmpty());
    m_heading->setText(heading);
    m_heading->setVisible(!heading.isEmpty());
    for (QWidget *part : {static_cast<QWidget *>(m_also), static_cast<QWidget *>(m_ticketSeen),
                          static_cast<QWidget *>(m_identity), m_collects, static_cast<QWidget *>(m_delivery)})
        part->hide();
}

void PickUpHead::showBag()
{
    m_filter->hide();
    m_list->hide();
    m_heading->hide();
    for (QWidget *part : {static_cast<QWidget *>(m_ticketSeen), m_collects, static_cast<QWidget *>(m_delivery)})
        part->setVisible(m_handsOver);
    m_identity->setVisible(m_handsOver && !m_ticketSeen->isChecked());
}

QString PickUpHead::found() const
{
    return m_find->text().trimmed();
}

void PickUpHead::clearFind()
{
    // Not clear(): Ctrl+Z would bring the words back instead of what was done last.
    m_find->setText({});
    setProblem({});
}

void PickUpHead::focusFind()
{
    m_find->setFocus(Qt::TabFocusReason);
    m_find->selectAll();
}

void PickUpHead::setProblem(const QString &sentence)
{
    setInputError(m_find, !sentence.isEmpty());
    m_problem->setText(QStringLiteral("\u25b2 ") + sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void PickUpHead::setAlso(const QString &number, const QString &pieces)
{
    m_also->setText(tr("Also ready: %1").arg(number));
    m_also->setCaption(pieces);
    m_also->setToolTip(tr("Takes it along; the key is +"));
    m_also->setVisible(!number.isEmpty());
}

void PickUpHead::clearHandOver()
{
    m_ticketSeen->setChecked(false);
    m_identity->setCurrentIndex(0);
    setInputError(m_identity, false);
    m_collector->setText({});
    setDelivery({}, false);
}

bool PickUpHead::isTicketSeen() const
{
    return m_ticketSeen->isChecked();
}

void PickUpHead::setTicketSeen(bool seen)
{
    m_ticketSeen->setChecked(seen);
}

QString PickUpHead::identity() const
{
    return isTicketSeen() || m_identity->currentIndex() == 0 ? QString() : m_identity->currentText();
}

void PickUpHead::askIdentity()
{
    setInputError(m_identity, true);
    m_identity->setFocus(Qt::TabFocusReason);
}

void PickUpHead::setFound(const QString &text)
{
    m_find->setText(text);
}

void PickUpHead::setCollector(const QString &name)
{
    m_collector->setText(name);
}

QString PickUpHead::collector() const
{
    return m_collector->text().trimmed();
}

QJsonObject PickUpHead::said() const
{
    QJsonObject said;
    if (!collector().isEmpty())
        said.insert(QLatin1String("collector"), m_collector->text());
    if (isTicketSeen())
        said.insert(QLatin1String("ticket"), true);
    if (m_identity->currentIndex() > 0)
        said.insert(QLatin1String("identity"), m_identity->currentIndex());
    return said;
}

void PickUpHead::setSaid(const QJsonObject &kept)
{
    m_collector->setText(kept.value(QLatin1String("collector")).toString());
    if (kept.value(QLatin1String("ticket")).toBool())
        m_ticketSeen->setChecked(true);
    m_identity->setCurrentIndex(kept.value(QLatin1String("identity")).toInt());
}

void PickUpHead::setClient(const QString &name)
{
    m_collector->setPlaceholderText(name.isEmpty() ? tr("Who collects") : name);
}

void PickUpHead::setDelivery(const QString &courier, bool delivers)
{
    m_delivery->setText(!delivers ? tr("Deliver…") : courier.isEmpty() ? tr("Delivered") : tr("By %1").arg(courier));
}

} // namespace thimblely::ui
