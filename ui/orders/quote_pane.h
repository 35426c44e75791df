// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/date.h"
#include "ui/widgets/pane.h"

#include <optional>

class QLineEdit;

namespace thimblely::ui {

class Button;
class Desk;
class Label;

//! Lies over the ticket where an order is to be kept as an offer: until which day it stands, and the button that does it.
class QuotePane : public Pane {
    Q_OBJECT

public:
    QuotePane(Desk &desk, QWidget *over);

    //! F9, Enter and the primary button.
    void keep();
    //! Asks for the day; `until`: what was offered before.
    void ask(const std::optional<Date> &until);
    void setBusy(bool busy);
    void setProblem(const QString &sentence);

Q_SIGNALS:
    void keepRequested(thimblely::Date until);
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Result<Date> day() const;
    void showDay();

    Desk &m_desk;
    QLineEdit *m_until;
    Label *m_answer;
    Label *m_problem;
    Button *m_keep;
};

} // namespace thimblely::ui
