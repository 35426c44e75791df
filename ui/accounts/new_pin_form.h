// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/error.h"
#include "ui/accounts/pin_rule.h"

#include <QWidget>

namespace thimblely::ui {

class Button;
class FieldEdit;
class Label;

/*!
 * A person chooses a PIN of their own, typed twice, and gives the old one or the password where they are not known to
 * have typed it just now. It checks what can be seen from here; the rest is said by setProblem().
 */
class NewPinForm : public QWidget {
    Q_OBJECT

public:
    explicit NewPinForm(QWidget *parent = nullptr);

    enum class Secret { Asked, KnownAlready };
    //! Empty fields. `leave`: what the way out is called; empty: there is none.
    void begin(const QString &words, Secret secret, const QString &leave);
    void focusFirst();
    void setProblem(const QString &sentence);

Q_SIGNALS:
    void chosen(const QString &secret, const QString &pin);
    void left();

private:
    void submit();
    void setBusy(bool busy);

    PinRule m_rule = usualPinRule();
    Label *m_words;
    Label *m_missing;
    FieldEdit *m_secret;
    FieldEdit *m_pin;
    FieldEdit *m_again;
    Label *m_problem;
    Button *m_leave;
    Button *m_keep;
};

} // namespace thimblely::ui
