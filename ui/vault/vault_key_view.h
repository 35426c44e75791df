// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"

#include <QWidget>

namespace thimblely::ui {

class Button;
class FieldEdit;
class Label;

/*!
 * The key of the shop's encrypted folder, to be printed or written down; it stands here until its last four characters
 * were typed from the paper, and nowhere else.
 */
class VaultKeyView : public QWidget {
    Q_OBJECT

public:
    VaultKeyView(QString shopFile, const Clock &clock, QWidget *parent);

    void showKey(const QString &key);

Q_SIGNALS:
    void onPaper();

private:
    void print();
    void confirm();

    const QString m_shopFile;
    const Clock &m_clock;
    QString m_shown;
    Label *m_key = nullptr;
    Label *m_said = nullptr;
    FieldEdit *m_last = nullptr;
    Button *m_print = nullptr;
};

} // namespace thimblely::ui
