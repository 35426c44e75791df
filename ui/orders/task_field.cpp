// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/task_field.h"

#include "core/inventory/garment_names.h"
#include "core/inventory/inventory_service.h"
#include "ui/desk/desk.h"
#include "ui/orders/task_menu.h"

#include <QKeyEvent>
#include <QRegularExpression>
#include <QScrollArea>

#include <algorithm>
#include <limits>
#include <utility>

namespace thimblely::ui {

namespace {

constexpr int longestTask = 120;

QScrollArea *listOf(const QWidget *field)
{
    for (QWidget *above = field->parentWidget(); above; above = above->parentWidget()) {
        if (auto *list = qobject_cast<QScrollArea *>(above))
            return list;
    }
    return nullptr;
}

//! What the menu lies over: the pane around the list that scrolls, so that it is cut off as late as can be.
QWidget *paneOf(const QWidget *field)
{
    const QScrollArea *list = listOf(field);
    return list && list->parentWidget() ? list->parentWidget() : field->window();
}

} // namespace

TaskField::TaskField(Desk &desk, const orders::PieceDraft &piece, QWidget *parent)
    : QuietEdit(Look::Dashed, TextStyle::Body, parent), m_desk(desk), m_garmentType(piece.garmentType),
      m_setType(inventory::setCalled(piece.setName)), m_unit(desk.lengthUnit()),
      m_reader(desk.profile().currency, desk.locale(), m_unit)
{
    setMaxLength(longestTask);
    setPlaceholderText(tr("+ Task  1–9"));
    setToolTip(m_unit == LengthUnit::Inch ? tr("What is done, which side, how much, its price: sleeve left 1/2 2000")
                                          : tr("What is done, which side, how much, its price: hem left 3.5 2000"));
    connect(this, &QLineEdit::textChanged, this, [this] {
        if (m_menu)
            follow();
    });
}

TaskField::~TaskField()
{
    closeMenu();
}

void TaskField::load()
{
    auto services = priceList();
    if (!services)
        m_desk.notices().fail(services.error());
    m_reader = TaskReader(m_desk.profile().currency, m_desk.locale(), m_unit,
                          taskChoices(services.valueOr({}), m_garmentType), m_desk.profile().inchParts);
}

//! Of the garment, and of the suit that it is a piece of.
Result<std::vector<inventory::Service>> TaskField::priceList() const
{
    const inventory::InventoryService list(m_desk.session(), m_desk.door());
    TRY_ASSIGN(std::vector<inventory::Service> services, list.services(m_garmentType));
    if (m_setType.isEmpty())
        return services;
    TRY_ASSIGN(const std::vector<inventory::Service> ofSet, list.services(m_setType));
    for (const inventory::Service &service : ofSet) {
        if (std::ranges::find(services, service.id, &inventory::Service::id) == services.end())
            services.push_back(service);
    }
    std::ranges::stable_sort(services, {}, [](const inventory::Service &service) {
        return service.terms.quickRank.value_or(std::numeric_limits<int>::max());
    });
    return services;
}

void TaskField::change(const orders::Task &task)
{
    finish();
    load();
    setText(m_reader.write(task));
    m_before = task;
    setFocus(Qt::OtherFocusReason);
}

void TaskField::putBack()
{
    const auto task = std::exchange(m_before, std::nullopt);
    m_asked.clear();
    clear();
    if (task)
        Q_EMIT taskSaid(*task);
}

//! "*7", "x7", "\u00d77": seven of them, each a row and a tag of its own.
bool TaskField::takeCopies()
{
    static const QRegularExpression form(QStringLiteral("^[*x\u00d7]\\s*(\\d{1,3})$"),
                                         QRegularExpression::CaseInsensitiveOption);
    QString typed = text().trimmed();
    for (QChar &c : typed) {
        if (c.digitValue() >= 0)
            c = QChar(u'0' + c.digitValue());
    }
    const auto match = form.match(typed);
    if (!match.hasMatch())
        return false;
    m_asked.clear();
    clear();
    Q_EMIT copiesSaid(match.captured(1).toInt());
    return true;
}

void TaskField::finish()
{
    if (text().trimmed().isEmpty() || takeCopies())
        return;
    if (m_reader.choices().empty()) // brought back from the disk, and not gone into yet
        load();
    const orders::Task task = m_reader.read(text());
    m_asked.clear();
    clear();
    Q_EMIT taskSaid(task);
}

void TaskField::accept()
{
    if (text().trimmed().isEmpty()) {
        Q_EMIT passed();
        return;
    }
    if (takeCopies())
        return;
    if (m_reader.lacksAmount(text()) && m_asked != text()) {
        m_asked = text();
        if (m_menu)
            follow();
        return;
    }
    finish();
}

void TaskField::type(const QString &words)
{
    setText(text().trimmed().isEmpty() ? words + u' ' : text().trimmed() + u' ' + words + u' ');
    Q_EMIT textEdited(text());
}

void TaskField::follow()
{
    m_menu->follow(text(), !m_asked.isEmpty() && m_asked == text(), *this);
}

void TaskField::closeMenu()
{
    if (m_menu) {
        m_menu->hide();
        m_menu->deleteLater();
        m_menu.clear();
    }
}

void TaskField::focusInEvent(QFocusEvent *event)
{
    QuietEdit::focusInEvent(event);
    if (QScrollArea *list = listOf(this))
        list->ensureWidgetVisible(this);
    if (m_menu)
        return;
    load();
    m_menu = new TaskMenu(m_reader, m_unit, paneOf(this));
    connect(m_menu, &TaskMenu::taskChosen, this, [this](const QString &name) {
        clear();
        type(name);
    });
    connect(m_menu, &TaskMenu::wordChosen, this, &TaskField::type);
    // It goes where the field goes, whatever scrolls or grows between them.
    for (QWidget *each = this; each && each != m_menu->parentWidget(); each = each->parentWidget())
        each->installEventFilter(this);
    follow();
}

void TaskField::focusOutEvent(QFocusEvent *event)
{
    QuietEdit::focusOutEvent(event);
    // Another window in front takes the keyboard for a while only.
    if (event->reason() == Qt::ActiveWindowFocusReason || event->reason() == Qt::PopupFocusReason)
        return;
    closeMenu();
    finish();
}

void TaskField::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    const int number = event->key() - Qt::Key_1;
    if (plain && text().isEmpty() && number >= 0 && number < int(std::min(taskKeys, m_reader.choices().size()))) {
        type(m_reader.choices()[size_t(number)].name);
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        accept();
        return;
    }
    QuietEdit::keyPressEvent(event);
}

bool TaskField::eventFilter(QObject *watched, QEvent *event)
{
    if (m_menu && (event->type() == QEvent::Move || event->type() == QEvent::Resize)) {
        QScrollArea *list = listOf(this);
        // What moves the rows takes the field along; what scrolls them only is the person's.
        const bool scrolled = list && watched == list->widget() && event->type() == QEvent::Move;
        if (list && !scrolled)
            list->ensureWidgetVisible(this);
        follow();
    }
    return QuietEdit::eventFilter(watched, event);
}

} // namespace thimblely::ui
