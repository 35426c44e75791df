// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/notebook/notebook_table.h"

#include "ui/exchange/cell_delegate.h"
#include "ui/notebook/notebook_model.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStringListModel>

namespace thimblely::ui {

namespace {

//! A name of the list, as high as a finger.
class NameDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int height = Theme::instance().boxHeight(metric::RowTouch, {TextStyle::Body});
        return QStyledItemDelegate::sizeHint(option, index).expandedTo({0, height});
    }
};

class NotebookDelegate : public CellDelegate {
public:
    explicit NotebookDelegate(NotebookTable *table) : CellDelegate(table), m_table(table) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        CellDelegate::paint(painter, option, index);
        const auto *lines = static_cast<const NotebookModel *>(index.model());
        if (index.column() != 0 || !lines->problem(index.row()))
            return;
        // By shape as well as by colour, where the line begins.
        const Theme &theme = Theme::instance();
        const bool mirrored = option.direction == Qt::RightToLeft;
        const int side = theme.px(4);
        painter->fillRect(QRect(mirrored ? option.rect.right() - side + 1 : option.rect.left(), option.rect.top(), side,
                                option.rect.height() - 1),
                          theme.color(Role::Late));
    }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QWidget *editor = CellDelegate::createEditor(parent, option, index);
        auto *edit = qobject_cast<QLineEdit *>(editor);
        if (edit)
            connect(edit, &QLineEdit::textEdited, m_table,
                    [table = m_table, cell = QPersistentModelIndex(index)](const QString &text) {
                        Q_EMIT table->cellTyped(cell, text);
                    });
        if (edit && index.column() == NotebookModel::Client)
            addNames(edit);
        return editor;
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (auto *names = qobject_cast<QAbstractItemView *>(watched)) // no editor of a cell: Escape is its own
            return event->type() == QEvent::KeyPress && leaveNames(names, *static_cast<QKeyEvent *>(event));
        auto *edit = qobject_cast<QLineEdit *>(watched);
        if (!edit || event->type() != QEvent::KeyPress)
            return CellDelegate::eventFilter(watched, event);
        const auto *pressed = static_cast<QKeyEvent *>(event);
        switch (pressed->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (pressed->modifiers() & Qt::ControlModifier)
                break;
            return leave(edit, QAbstractItemDelegate::EditNextItem);
        case Qt::Key_Up:
        case Qt::Key_Down:
            leave(edit, QAbstractItemDelegate::NoHint);
            walk(pressed->key() == Qt::Key_Up ? -1 : 1);
            return true;
        default:
            break;
        }
        return CellDelegate::eventFilter(watched, event);
    }

private:
    bool leave(QWidget *edit, QAbstractItemDelegate::EndEditHint hint)
    {
        Q_EMIT commitData(edit);
        Q_EMIT closeEditor(edit, hint);
        return true;
    }

    //! The list of names hands Tab to the line past this filter, which would leave the table.
    bool leaveNames(QAbstractItemView *list, const QKeyEvent &pressed)
    {
        auto *edit = qobject_cast<QLineEdit *>(list->focusProxy());
        if (!edit || (pressed.key() != Qt::Key_Tab && pressed.key() != Qt::Key_Backtab))
            return false;
        list->hide();
        return leave(edit, pressed.key() == Qt::Key_Tab ? QAbstractItemDelegate::EditNextItem
                                                        : QAbstractItemDelegate::EditPreviousItem);
    }

    void walk(int by)
    {
        const QModelIndex here = m_table->currentIndex();
        const QModelIndex there = here.sibling(here.row() + by, here.column());
        if (there.isValid())
            m_table->setCurrentIndex(there);
    }

    void addNames(QLineEdit *edit) const
    {
        auto *completer = new QCompleter(new QStringListModel(edit), edit);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
        edit->setCompleter(completer);
        completer->popup()->installEventFilter(const_cast<NotebookDelegate *>(this));
        completer->popup()->setItemDelegate(new NameDelegate(completer));
        connect(edit, &QLineEdit::textEdited, m_table,
                [table = m_table, completer](const QString &typed) { Q_EMIT table->nameTyped(typed, completer); });
    }

    NotebookTable *m_table;
};

} // namespace

NotebookTable::NotebookTable(const QString &name, QWidget *parent) : CellTable(name, parent)
{
    setItemDelegate(new NotebookDelegate(this));
}

void NotebookTable::begin(int row, int column)
{
    setFocus(Qt::OtherFocusReason);
    setCurrentIndex(model()->index(row, column));
    scrollTo(currentIndex());
}

void NotebookTable::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    CellTable::closeEditor(editor, hint);
    Q_EMIT cellLeft();
}

void NotebookTable::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex here = currentIndex();
    if (!here.isValid() || state() == EditingState)
        return CellTable::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (event->modifiers() & Qt::ControlModifier)
            Q_EMIT removeRequested(here.row());
        else
            model()->setData(here, QString(), Qt::EditRole);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier) {
            const bool last = here.column() == model()->columnCount() - 1;
            const QModelIndex next =
                last ? here.sibling(here.row() + 1, 0) : here.sibling(here.row(), here.column() + 1);
            if (next.isValid())
                setCurrentIndex(next);
            return;
        }
        break;
    default:
        break;
    }
    CellTable::keyPressEvent(event);
}

} // namespace thimblely::ui
