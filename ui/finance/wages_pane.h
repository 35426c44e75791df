// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/reports.h"
#include "core/finance/wage_service.h"
#include "ui/desk/entry_form.h"

class QComboBox;
class QStackedLayout;

namespace thimblely::ui {

class ListView;
class Segmented;
class WageSheetView;
class WagesModel;

//! A wage that was earned, is advanced, or is paid.
class WageForm : public EntryForm {
    Q_OBJECT

public:
    enum class Kind { Earned, Advanced, Paid };

    explicit WageForm(Desk &desk, QWidget *parent = nullptr);

    void begin(const finance::WageStanding &person, Kind kind);
    void focusFirst() override;
    void submit() override;

private:
    void showKind();

    std::optional<finance::WageStanding> m_person;
    Segmented *m_kind = nullptr;
    MoneyEdit *m_amount = nullptr;
    Segmented *m_method = nullptr;
    FieldEdit *m_note;
};

//! Everybody's wages of a month: earned, advanced, paid, and what is owed in all.
class WagesPane : public QWidget {
    Q_OBJECT

public:
    explicit WagesPane(Desk &desk, QWidget *parent = nullptr);

    void reload();
    void focusFirst();
    bool stepBack();
    EntryForm *openForm() const;
    //! The slip of who is chosen; false: nobody is.
    bool print();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildList(QWidget *parent);
    void start(WageForm::Kind kind);
    void closeForm();
    void refreshActions();
    void showSheet();
    finance::Month month() const;

    Desk &m_desk;
    WagesModel *m_model;
    QComboBox *m_month;
    ListView *m_list;
    QStackedLayout *m_stack;
    QWidget *m_place = nullptr;
    WageForm *m_form;
    QWidget *m_side = nullptr;
    WageSheetView *m_sheet = nullptr;
    QList<QWidget *> m_actions;
    int m_asked = 0;
};

} // namespace thimblely::ui
