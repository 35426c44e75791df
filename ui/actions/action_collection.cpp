// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/actions/action_collection.h"

#include "ui/theme/icons.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMap>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QWidget>

#include <array>

namespace thimblely::ui {
namespace {

constexpr char Context[] = "thimblely::ui::ActionCollection";

#define TEXT(words) QT_TRANSLATE_NOOP("thimblely::ui::ActionCollection", words)

// Every F-key has a Ctrl twin: laptops hide the F-keys, and tills lack Ctrl within a thumb's reach.
constexpr std::array<ActionSpec, ActionCount> Table{{
    {ActionId::Today, "app.today", TEXT("Everywhere"), TEXT("Today"), "i-today", "Ctrl+1"},
    {ActionId::NewOrder, "order.new", TEXT("Counter"), TEXT("New order"), "i-plus", "F2; Ctrl+N"},
    {ActionId::PickUp, "order.pick_up", TEXT("Counter"), TEXT("Pick up"), "i-pickup", "F6; Ctrl+U"},
    {ActionId::Measure, "client.measure", TEXT("Counter"), TEXT("Measure"), "i-tape", "F4; Ctrl+M"},
    {ActionId::Search, "app.search", TEXT("Everywhere"), TEXT("Search"), "i-search", "Ctrl+K; /"},
    {ActionId::Pay, "order.pay", TEXT("Counter"), TEXT("Take the money and print"), "i-money",
     "F9; Ctrl+Return; Ctrl+Enter"},
    {ActionId::Park, "order.park", TEXT("Counter"), TEXT("Park the order, or go on with a parked one"), "i-park",
     "F3; Ctrl+R"},
    {ActionId::Quote, "order.quote", TEXT("Counter"), TEXT("Keep the order as an offer, and print it"), "i-note",
     "Shift+F3; Ctrl+Shift+R"},
    {ActionId::Repeat, "order.repeat", TEXT("Counter"), TEXT("Repeat the client's last order"), "i-repeat",
     "F5; Ctrl+D"},
    {ActionId::AddTo, "order.add", TEXT("Counter"), TEXT("Add to the order shown"), "i-plus", "F10; Ctrl+I"},
    {ActionId::Party, "order.party", TEXT("Counter"), TEXT("Everybody an order dresses"), "i-clients", "F11; Ctrl+G"},
    {ActionId::Payer, "order.payer", TEXT("Counter"), TEXT("Who pays: the next one"), "i-money", "F12; Ctrl+B"},
    {ActionId::PrintAgain, "order.print_again", TEXT("Counter"), TEXT("Print again"), "i-print", "F8; Ctrl+P"},
    {ActionId::Stock, "app.stock", TEXT("Stock"), TEXT("Stock"), "i-stock", "Ctrl+6"},
    {ActionId::TakeIn, "stock.take_in", TEXT("Stock"), TEXT("Take in what came"), "i-plus", "Ctrl+Shift+I"},
    {ActionId::CutCloth, "stock.cut", TEXT("Stock"), TEXT("Cut, or take off the shelf"), "i-scissors", "Ctrl+Shift+X"},
    {ActionId::CountShelf, "stock.count", TEXT("Stock"), TEXT("Count a shelf"), "i-check", "Ctrl+Shift+C"},
    {ActionId::Undo, "edit.undo", TEXT("Everywhere"), TEXT("Undo"), "", "Ctrl+Z"},
    {ActionId::Redo, "edit.redo", TEXT("Everywhere"), TEXT("Redo"), "", "Ctrl+Shift+Z"},
    {ActionId::Save, "edit.save", TEXT("Everywhere"), TEXT("Save"), "i-check", "Ctrl+S"},
    {ActionId::Back, "app.back", TEXT("Everywhere"), TEXT("One step back, nothing is lost"), "", "Esc"},
    {ActionId::HideMoney, "app.hide_money", TEXT("Everywhere"), TEXT("Hide money"), "i-eye", "F7; Ctrl+H"},
    {ActionId::Notifications, "app.notifications", TEXT("Everywhere"), TEXT("Notifications"), "i-bell", "Ctrl+Shift+N"},
    {ActionId::SwitchPerson, "app.switch_person", TEXT("Everywhere"), TEXT("Switch person"), "i-clients", "Ctrl+L"},
    {ActionId::Workspaces, "app.workspaces", TEXT("Everywhere"), TEXT("My workspaces"), "", "Ctrl+Shift+L"},
    {ActionId::AllKeys, "app.all_keys", TEXT("Everywhere"), TEXT("All keys"), "i-note", "F1; Ctrl+Shift+K"},
}};

#undef TEXT

//! Keys that write or step back are the focused control's first; those with Ctrl and the F-keys are the window's.
bool belongsToTheWindow(QKeyCombination keys)
{
    return keys.keyboardModifiers().testFlag(Qt::ControlModifier) ||
           (keys.key() >= Qt::Key_F1 && keys.key() <= Qt::Key_F12);
}

//! Whether the editor has letters of its own to take back, or to bring again.
bool hasItsOwn(ActionId id, const QWidget *widget)
{
    const bool undo = id == ActionId::Undo;
    if (const auto *line = qobject_cast<const QLineEdit *>(widget))
        return undo ? line->isUndoAvailable() : line->isRedoAvailable();
    const QTextDocument *text = nullptr;
    if (const auto *plain = qobject_cast<const QPlainTextEdit *>(widget))
        text = plain->document();
    else if (const auto *rich = qobject_cast<const QTextEdit *>(widget))
        text = rich->document();
    return text && (undo ? text->isUndoAvailable() : text->isRedoAvailable());
}

} // namespace

ActionCollection::ActionCollection(QWidget *window) : QObject(window)
{
    for (const ActionSpec &spec : Table) {
        auto *action = new QAction(textOf(spec), this);
        action->setObjectName(QLatin1String(spec.name));
        if (*spec.icon != '\0')
            action->setIcon(icon(spec.icon));
        action->setShortcuts(shortcutsOf(spec));
        // A key held down must not take the money twice.
        action->setAutoRepeat(spec.id == ActionId::Undo || spec.id == ActionId::Redo);
        window->addAction(action);
        m_actions.insert(int(spec.id), action);
    }
    qApp->installEventFilter(this);
}

bool ActionCollection::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    const auto *widget = qobject_cast<const QWidget *>(watched);
    // The window may itself be shown inside another one.
    if (!widget || !static_cast<const QWidget *>(parent())->isAncestorOf(widget))
        return false;
    const auto *pressed = static_cast<const QKeyEvent *>(event);
    if (!belongsToTheWindow(pressed->keyCombination()))
        return false;
    const QKeySequence sequence(pressed->keyCombination());
    for (const ActionSpec &spec : Table) {
        const QAction *candidate = action(spec.id);
        if (!candidate->isEnabled() || !candidate->isVisible() || !candidate->shortcuts().contains(sequence))
            continue;
        // An editor's undo of letters comes before the undo of deeds.
        if ((spec.id == ActionId::Undo || spec.id == ActionId::Redo) && hasItsOwn(spec.id, widget))
            continue;
        event->ignore();
        return true;
    }
    return false;
}

std::span<const ActionSpec> ActionCollection::table()
{
    return Table;
}

QList<QKeySequence> ActionCollection::shortcutsOf(const ActionSpec &spec)
{
    QList<QKeySequence> shortcuts;
    for (const QString &each : QString::fromLatin1(spec.shortcuts).split(QStringLiteral("; "), Qt::SkipEmptyParts))
        shortcuts.append(QKeySequence::fromString(each, QKeySequence::PortableText));
    return shortcuts;
}

QString ActionCollection::textOf(const ActionSpec &spec)
{
    return QCoreApplication::translate(Context, spec.text);
}

QString ActionCollection::groupOf(const ActionSpec &spec)
{
    return QCoreApplication::translate(Context, spec.group);
}

QStringList ActionCollection::conflicts(std::span<const ActionSpec> rows)
{
    QMap<QString, QStringList> users;
    for (const ActionSpec &spec : rows) {
        for (const QKeySequence &shortcut : shortcutsOf(spec))
            users[shortcut.toString(QKeySequence::PortableText)].append(QLatin1String(spec.name));
    }
    QStringList found;
    for (auto it = users.cbegin(); it != users.cend(); ++it) {
        if (it.value().size() > 1)
            found.append(it.key() + QStringLiteral(": ") + it.value().join(QStringLiteral(", ")));
    }
    return found;
}

} // namespace thimblely::ui
