// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QFocusFrame>
#include <QLabel>
#include <QLineEdit>
#include <QStringList>

namespace thimblely::test {

//! By class, words and place.
inline QString describe(const QWidget &widget, const QString &what)
{
    const QString words = widget.property("text").toString();
    return QStringLiteral("%1 “%2” in %3: %4")
        .arg(QString::fromLatin1(widget.metaObject()->className()), words.isEmpty() ? widget.accessibleName() : words,
             widget.parentWidget() ? QString::fromLatin1(widget.parentWidget()->metaObject()->className()) : QString(),
             what);
}

//! Lies over a screen for a moment, and is meant to: toasts, what was found while typing, the keys, the focus ring, a form
//! over the pane it takes the place of and the ground it stands on.
inline bool liesOver(const QWidget &widget)
{
    for (const char *kind : {"thimblely::ui::Toast", "thimblely::ui::AllKeysSheet", "thimblely::ui::SearchPopup",
                             "thimblely::ui::DuplicateNotice", "thimblely::ui::SideForm", "QFocusFrame", "QScrollBar",
                             "QLineEditIconButton"}) {
        if (widget.inherits(kind))
            return true;
    }
    if (const QWidget *on = widget.parentWidget())
        if (on->inherits("thimblely::ui::SideForm") && widget.geometry() == on->rect())
            return true;
    return widget.isWindow();
}

//! What lies in a scroll area may be larger than what is seen of it.
inline bool scrolls(const QWidget &widget)
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(
        widget.parentWidget() ? widget.parentWidget()->parentWidget() : nullptr);
    return area && area->viewport() == widget.parentWidget();
}

//! A form stands in the place of the pane that this is in: nobody sees it.
inline bool isCovered(const QWidget *widget)
{
    for (; widget && widget->parentWidget() && !widget->inherits("thimblely::ui::SideForm");
         widget = widget->parentWidget()) {
        for (const QObject *object : widget->parentWidget()->children()) {
            const auto *form = qobject_cast<const QWidget *>(object);
            if (form && form->inherits("thimblely::ui::SideForm") && form->isVisible() &&
                form->geometry().contains(widget->geometry()))
                return true;
        }
    }
    return false;
}

//! Words that have less room than they need, where nothing says so with an ellipsis and a tool tip.
inline QStringList cutWords(const QWidget &window)
{
    QStringList found;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if ((!label && !button) || !widget->isVisibleTo(&window) || widget->visibleRegion().isEmpty() ||
            isCovered(widget))
            continue;
        const QString text = widget->property("text").toString();
        if (text.isEmpty() || widget->inherits("QLineEditIconButton"))
            continue;
        if (label && label->wordWrap()) {
            const int needed = label->heightForWidth(label->width());
            if (needed > label->height() + 1)
                found.append(describe(*widget, QStringLiteral("%1 high for %2").arg(label->height()).arg(needed)));
            continue;
        }
        // Shortened, and the whole of it in the tool tip; else a button may give up its padding, and nothing more.
        const bool told = widget->toolTip().contains(text);
        const bool ours = widget->inherits("thimblely::ui::Button");
        constexpr int padding = 24;
        const int needed = told     ? 0
                           : ours   ? widget->sizeHint().width() - padding
                           : button ? widget->minimumSizeHint().width()
                                    : widget->sizeHint().width();
        if (widget->width() + 1 < needed)
            found.append(describe(*widget, QStringLiteral("%1 wide for %2").arg(widget->width()).arg(needed)));
        if (widget->height() + 1 < widget->minimumSizeHint().height())
            found.append(describe(
                *widget,
                QStringLiteral("%1 high for %2").arg(widget->height()).arg(widget->minimumSizeHint().height())));
    }
    return found;
}

//! Widgets that lie outside of what they are in, or over one another.
inline QStringList misplaced(const QWidget &window)
{
    QStringList found;
    QList<const QWidget *> parents{&window};
    for (const QWidget *each : window.findChildren<QWidget *>())
        parents.append(each);
    for (const QWidget *parent : parents) {
        if (parent != &window && !parent->isVisibleTo(&window))
            continue;
        QList<const QWidget *> inside;
        for (const QObject *object : parent->children()) {
            const auto *child = qobject_cast<const QWidget *>(object);
            if (!child || !child->isVisibleTo(parent) || child->size().isEmpty() || liesOver(*child))
                continue;
            if (!scrolls(*child) && !parent->inherits("QAbstractScrollArea") &&
                !parent->rect().adjusted(-1, -1, 1, 1).contains(child->geometry()))
                found.append(describe(*child, QStringLiteral("outside of it")));
            for (const QWidget *other : inside) {
                const QRect common = child->geometry() & other->geometry();
                if (common.width() > 1 && common.height() > 1)
                    found.append(describe(*child, QStringLiteral("over ") + describe(*other, QString())));
            }
            inside.append(child);
        }
    }
    return found;
}

} // namespace thimblely::test
