// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/clients/client_form.h"

#include <QWidget>

class QCheckBox;
class QComboBox;

namespace thimblely::ui {

class ClientPicker;
class Desk;
class FieldEdit;

/*!
 * The part of the editor that is about dealing with a client: who pays, how they want to be told, what they agreed to
 * (each with the day on which they did), credit and tax number.
 */
class ClientTerms : public QWidget {
    Q_OBJECT
public:
    explicit ClientTerms(Desk &desk, QWidget *parent = nullptr);

    void show(const ClientForm &form);
    void readInto(ClientForm &form) const;
    //! The input of a field of this part; null where it is of another.
    FieldEdit *fieldOf(ClientField field) const;
    void clearErrors();

Q_SIGNALS:
    void edited();

private:
    //! A box to tick, and since when it is ticked.
    struct Consent {
        QCheckBox *box = nullptr;
        QString words;
        std::optional<Instant> at;
    };
    Consent makeConsent(const QString &words);
    void toggled(Consent &consent);
    void showDay(Consent &consent) const;
    void showDependent();

    Desk &m_desk;
    ClientPicker *m_payer;
    FieldEdit *m_relation;
    QComboBox *m_channel;
    Consent m_optOut;
    Consent m_marketing;
    Consent m_photo;
    QCheckBox *m_credit;
    FieldEdit *m_limit;
    FieldEdit *m_taxId;
    bool m_filling = false;
};

} // namespace thimblely::ui
