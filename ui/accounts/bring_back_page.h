// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QWidget>

namespace thimblely::ui {

class Button;
class FieldEdit;
class Label;

//! Instead of the faces where every shop of the file was deleted: whoever owned one brings back the one they deleted last.
class BringBackPage : public QWidget {
    Q_OBJECT

public:
    BringBackPage(QString path, const Clock &clock, QWidget *parent = nullptr);

Q_SIGNALS:
    //! They can sign in again.
    void broughtBack();
    void recoverRequested(const QString &login);

protected:
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void submit();
    void answer(const Result<QString> &name);

    const QString m_path;
    const Clock &m_clock;
    FieldEdit *m_login = nullptr;
    FieldEdit *m_password = nullptr;
    Label *m_problem = nullptr;
    Button *m_bringBack = nullptr;
};

} // namespace thimblely::ui
