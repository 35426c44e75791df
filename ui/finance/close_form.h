// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/till.h"
#include "ui/desk/entry_form.h"

namespace thimblely::ui {

class FigureRows;

//! After the count: what should have been there, the difference and why, what stays in the drawer; then the day is closed.
class CloseForm : public EntryForm {
    Q_OBJECT

public:
    explicit CloseForm(Desk &desk, QWidget *parent = nullptr);

    //! `state` is counted; `till` where it is of a computer that is gone, whose drawer keeps nothing.
    void begin(const finance::TillState &state, const finance::AtTill &till = {});
    void focusFirst() override;
    void submit() override;
    //! While the day is being closed: what moved is its own closing.
    bool isClosing() const { return isBusy(); }

Q_SIGNALS:
    void countRequested();
    void closed(thimblely::ActivityId closing);

private:
    void showWords();
    void showFigures();
    void showTomorrow();
    void showBank();

    finance::AtTill m_till;
    std::optional<finance::CountResult> m_count;
    bool m_asked = false; //!< whether a count that is off tenfold is meant
    FigureRows *m_figures;
    Label *m_tomorrow = nullptr;
    FieldEdit *m_reason;
    FieldEdit *m_keptField;
    MoneyEdit *m_kept = nullptr;
};

} // namespace thimblely::ui
