// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workspaces/new_workspace_form.h"

#include "core/workspaces/countries.h"
#include "ui/desk/country_row.h"
#include "ui/theme/theme.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QComboBox>
#include <QTimeZone>

#include <algorithm>

namespace thimblely::ui {

NewWorkspaceForm::NewWorkspaceForm(Desk &desk, OwnWorkspacesService &service, QWidget *parent)
    : EntryForm(desk, tr("A workspace of your own"), tr("Open it"), parent), m_service(service),
      m_name(addText(tr("Name of the shop"))), m_country(new CountryRow(body())), m_zone(new QComboBox(body()))
{
    rows()->addWidget(m_country);
    auto *part = column(nullptr, 8);
    auto *label = new Label(TextStyle::CaptionStrong, Role::Muted, tr("Time zone"), body());
    label->setBuddy(m_zone);
    m_zone->setAccessibleName(tr("Time zone"));
    m_zone->setMinimumHeight(metric::Touch);
    part->addWidget(label);
    part->addWidget(m_zone);
    rows()->addLayout(part);
    rows()->addStretch(1);
    endWith(m_name);
    connect(m_country, &CountryRow::countryChanged, this, &NewWorkspaceForm::fillZones);
}

//! Those of the country, its largest city's first chosen.
void NewWorkspaceForm::fillZones()
{
    const CountrySuggestion *country = countrySuggestion(m_country->country());
    if (!country)
        return;
    QList<QByteArray> zones = QTimeZone::availableTimeZoneIds(QLocale::codeToTerritory(country->code));
    if (!zones.contains(country->timeZone))
        zones.prepend(country->timeZone);
    m_zone->clear();
    for (const QByteArray &zone : zones)
        m_zone->addItem(QString::fromLatin1(zone));
    m_zone->setCurrentText(QString::fromLatin1(country->timeZone));
}

void NewWorkspaceForm::begin()
{
    clearProblem();
    m_name->setText({});
    m_name->clearError();
    setWords(tr("Its clients, orders, money and people are apart from those of every other. You are its owner."));
    m_country->setCountry(desk().profile().countryCode);
    beginTyping({}, tr("A workspace of your own"));
}

void NewWorkspaceForm::focusFirst()
{
    m_name->edit()->setFocus(Qt::OtherFocusReason);
}

void NewWorkspaceForm::submit()
{
    if (isBusy())
        return;
    NewShop shop;
    shop.shopName = m_name->text();
    m_country->fill(shop);
    shop.timeZone = m_zone->currentText().toLatin1();
    m_name->clearError();
    for (const Error &error : validateShop(shop)) {
        if (error.code != "first_start.no_shop")
            return setProblem(error);
        m_name->setError(desk().sentence(error));
        return focusFirst();
    }
    write([this, shop] { return m_service.create(shop); },
          [this](const access::Principal &owner) {
              Q_EMIT created(owner.workspace);
              finish();
          });
}

} // namespace thimblely::ui
