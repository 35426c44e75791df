// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QObject>

#include <span>

namespace thimblely::ui {

//! Everything that has a shortcut of its own anywhere in the program.
enum class ActionId {
    Today,
    NewOrder,
    PickUp,
    Measure,
    Search,
    Pay,
    Park,
    Quote,
    Repeat,
    AddTo,
    Party,
    Payer,
    PrintAgain,
    Stock,
    TakeIn,
    CutCloth,
    CountShelf,
    Undo,
    Redo,
    Save,
    Back,
    HideMoney,
    Notifications,
    SwitchPerson,
    Workspaces,
    AllKeys
};
inline constexpr int ActionCount = int(ActionId::AllKeys) + 1;

//! One row of the table the actions are made from; texts are translated when an action is made.
struct ActionSpec {
    ActionId id;
    const char *name;  //!< stable, for settings and tests: "order.new"
    const char *group; //!< heading in the sheet of all keys
    const char *text;
    const char *icon;      //!< in resources/icons, or empty
    const char *shortcuts; //!< portable, first the one shown, "; " between them
};

/*!
 * The actions of one window, made from the one table. Screens connect to triggered() of those they serve and enable
 * them while they can; nobody else sets a shortcut on a QAction or a button.
 */
class ActionCollection : public QObject {
    Q_OBJECT
public:
    //! Adds the actions to `window`, so that their shortcuts work in it.
    explicit ActionCollection(QWidget *window);

    QAction *action(ActionId id) const { return m_actions.value(int(id)); }
    //! Connects `slot` to the action for as long as `receiver` lives.
    template <typename Receiver, typename Slot>
    QMetaObject::Connection onTriggered(ActionId id, Receiver *receiver, Slot slot) const
    {
        return connect(action(id), &QAction::triggered, receiver, slot);
    }

    static std::span<const ActionSpec> table();
    static QList<QKeySequence> shortcutsOf(const ActionSpec &spec);
    static QString textOf(const ActionSpec &spec);
    static QString groupOf(const ActionSpec &spec);
    //! Shortcuts that two rows of the table share, as "F2: order.new, order.pick_up"; empty when all is well.
    static QStringList conflicts(std::span<const ActionSpec> rows = table());

    //! Keeps the editors' own bindings (Ctrl+K deletes to the end, Ctrl+U the line) from taking these keys away.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QHash<int, QAction *> m_actions;
};

} // namespace thimblely::ui
