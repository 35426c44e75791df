// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/new_shop.h"

#include <QWidget>

class QComboBox;

namespace thimblely::ui {

class Segmented;

//! Where a new shop is: its country, which fills in currency and units as they are usual there, each to be changed.
class CountryRow : public QWidget {
    Q_OBJECT

public:
    explicit CountryRow(QWidget *parent = nullptr);

    //! A code that nobody knows leaves it as it was.
    void setCountry(const QString &code);
    QString country() const;
    //! Country, currency and units of it are set to what is chosen.
    void fill(NewShop &shop) const;

Q_SIGNALS:
    void countryChanged();

private:
    void suggest();

    QComboBox *m_country;
    QComboBox *m_currency;
    Segmented *m_units;
};

} // namespace thimblely::ui
