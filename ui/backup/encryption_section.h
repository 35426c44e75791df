// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QWidget>

namespace thimblely::ui {

//! In the settings: whether a thief of this computer can read the shop's files, and what can be done about it.
class EncryptionSection : public QWidget {
    Q_OBJECT

public:
    //! `mayChange`: who may, has a button to encrypt them or, where they are, for the key on paper once more.
    EncryptionSection(const QString &shopFile, bool mayChange, QWidget *parent);

Q_SIGNALS:
    void encryptRequested();
    void keyRequested();
};

} // namespace thimblely::ui
