// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/recovery_service.h"

#include <QWidget>

#include <memory>

namespace thimblely::ui {

class Button;
class FieldEdit;
class Label;

//! The password is lost: a code of the recovery sheet and a new password. Nobody is signed in by it.
class RecoverPage : public QWidget {
    Q_OBJECT

public:
    RecoverPage(const QString &path, const Clock &clock, QWidget *parent = nullptr);

    //! Whose it is, where that is known: their e-mail or login name.
    void setLogin(const QString &login);

Q_SIGNALS:
    void recovered(const QString &login);
    void leaveRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void submit();
    void answer(const Result<void> &result);
    void showDone();
    void setBusy(bool busy);

    RecoveryService m_service;
    FieldEdit *m_login = nullptr;
    FieldEdit *m_code = nullptr;
    FieldEdit *m_password = nullptr;
    Label *m_words = nullptr;
    Label *m_problem = nullptr;
    Button *m_set = nullptr;
    bool m_busy = false;
};

} // namespace thimblely::ui
