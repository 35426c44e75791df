// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/country_row.h"

#include "core/workspaces/countries.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"

#include <QComboBox>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace thimblely::ui {

CountryRow::CountryRow(QWidget *parent)
    : QWidget(parent), m_country(new QComboBox(this)), m_currency(new QComboBox(this)),
      m_units(new Segmented(tr("Units of the tape"), this))
{
    m_units->addSegment(tr("Centimetres"));
    m_units->addSegment(tr("Inches"));
    const QString locale = QLocale().name();
    QSet<QString> currencies;
    for (const CountrySuggestion &country : countrySuggestions()) {
        m_country->addItem(countryName(country.code, locale), country.code);
        currencies.insert(country.currency);
    }
    m_country->model()->sort(0);
    // As wide as there is room for, not as the longest name of a country.
    m_country->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_country->setMinimumContentsLength(8);
    QStringList sorted = currencies.values();
    sorted.sort();
    for (const QString &code : sorted) {
        if (!code.isEmpty())
            m_currency->addItem(code, code);
    }
    auto *columns = row(this, 16);
    const auto labelled = [&](const QString &label, QWidget *control, int stretch) {
        auto *stack = column(nullptr, 8);
        auto *words = new Label(TextStyle::CaptionStrong, Role::Muted, label, this);
        words->setBuddy(control);
        control->setAccessibleName(label);
        stack->addWidget(words);
        stack->addWidget(control);
        columns->addLayout(stack, stretch);
    };
    labelled(tr("Country"), m_country, 3);
    labelled(tr("Currency"), m_currency, 1);
    labelled(tr("Units of the tape"), m_units, 2);
    connect(m_country, &QComboBox::activated, this, [this] {
        suggest();
        Q_EMIT countryChanged();
    });
}

void CountryRow::setCountry(const QString &code)
{
    const int index = m_country->findData(code);
    if (index < 0)
        return;
    m_country->setCurrentIndex(index);
    suggest();
    Q_EMIT countryChanged();
}

QString CountryRow::country() const
{
    return m_country->currentData().toString();
}

void CountryRow::suggest()
{
    const CountrySuggestion *suggestion = countrySuggestion(country());
    if (!suggestion)
        return;
    m_currency->setCurrentIndex(std::max(0, m_currency->findData(suggestion->currency)));
    m_units->setCurrentIndex(suggestion->inches ? 1 : 0);
}

void CountryRow::fill(NewShop &shop) const
{
    shop.countryCode = country();
    shop.currency = m_currency->currentData().toString();
    shop.units = m_units->currentIndex() == 1 ? UnitSystem::Imperial : UnitSystem::Metric;
}

} // namespace thimblely::ui
