// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/books.h"
#include "core/finance/reports.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QStackedLayout;

namespace thimblely::ui {

class BookForm;
class BooksModel;
class Button;
class Desk;
class EmptyState;
class EntryForm;
class FigureRows;
class Label;
class ListView;
class PhotoStrip;
class ReverseForm;

/*!
 * Every row of the books, by month, kind, category, member and way; beside the list the one that is chosen, with its photo
 * and the parts it is divided into, or what is typed about it.
 */
class BookPane : public QWidget {
    Q_OBJECT

public:
    explicit BookPane(Desk &desk, QWidget *parent = nullptr);

    void reload();
    void show(finance::Month month, const QString &category);
    void startEntry();
    void focusFirst();
    bool stepBack();
    EntryForm *openForm() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildFilters();
    QWidget *buildDetail(QWidget *parent);
    void fillChoices();
    finance::BookFilter filter() const;
    void read();
    void refreshList();
    void showChosen();
    void showParts(const finance::BookEntry &entry);
    void closeForm();
    void layOut();
    const finance::BookEntry *chosen() const;

    Desk &m_desk;
    BooksModel *m_model;
    QWidget *m_side = nullptr;
    QComboBox *m_month;
    QComboBox *m_kind;
    QComboBox *m_category;
    QComboBox *m_member;
    QComboBox *m_method;
    ListView *m_list;
    QStackedLayout *m_lists = nullptr;
    EmptyState *m_empty;
    QStackedLayout *m_stack = nullptr;
    QWidget *m_detail = nullptr;
    Label *m_title = nullptr;
    FigureRows *m_facts = nullptr;
    Label *m_words = nullptr;
    Label *m_partsHead = nullptr;
    FigureRows *m_parts = nullptr;
    PhotoStrip *m_photo = nullptr;
    Button *m_takeBack = nullptr;
    BookForm *m_form = nullptr;
    ReverseForm *m_reverse = nullptr;
    bool m_filling = false;
    bool m_isChoosing = false; //!< the pane itself chooses a row, not the person
    bool m_started = false;
};

} // namespace thimblely::ui
