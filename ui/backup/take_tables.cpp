// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/backup/take_tables.h"

#include "core/base/file_word.h"
#include "core/exchange/client_exporter.h"
#include "core/exchange/table_exporter.h"
#include "ui/desk/desk.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/file_dialog.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/section_head.h"

#include <QDir>

namespace thimblely::ui {

namespace {

struct Words {
    QString button;
    QString name; //!< of the file, before the shop's
    QString ending;
};

Words wordsOf(TakeTables::Kind kind)
{
    switch (kind) {
    case TakeTables::ClientCards:
        return {TakeTables::tr("Clients as cards (vCard)…"), TakeTables::tr("clients"), QStringLiteral("vcf")};
    case TakeTables::ClientTable:
        return {TakeTables::tr("Clients as a table (CSV)…"), TakeTables::tr("clients"), QStringLiteral("csv")};
    case TakeTables::ProductTable:
    case TakeTables::KindCount:
        break;
    }
    return {TakeTables::tr("Price list as a table (CSV)…"), TakeTables::tr("prices"), QStringLiteral("csv")};
}

} // namespace

TakeTables::TakeTables(Desk &desk, QWidget *parent) : QWidget(parent), m_desk(desk)
{
    auto *rows = column(this, 12);
    rows->addWidget(new SectionHead(tr("For another program"), this));
    auto *buttons = new QWidget(this);
    auto *flow = new FlowLayout(12, 8, buttons);
    for (int kind = 0; kind < KindCount; ++kind) {
        auto *button = new PlainButton(wordsOf(Kind(kind)).button, buttons);
        connect(button, &QAbstractButton::clicked, this, [this, kind] { choose(Kind(kind)); });
        flow->addWidget(button);
        m_buttons.append(button);
    }
    rows->addWidget(buttons);
    m_said = new Label(TextStyle::Body, Role::Text, {}, this);
    m_said->setWordWrap(true);
    m_said->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_said->hide();
    rows->addWidget(m_said);
}

void TakeTables::choose(Kind kind)
{
    const Words words = wordsOf(kind);
    const QString name = words.name + u'-' + fileWord(m_desk.profile().name) + u'-' + m_desk.today().toIso() + u'.';
    const QString path = FileDialog::newFile(this, words.button, QDir::home().filePath(name + words.ending));
    if (!path.isEmpty())
        write(kind, path);
}

void TakeTables::write(Kind kind, const QString &path)
{
    for (Button *each : std::as_const(m_buttons))
        each->setEnabled(false);
    auto written = m_desk.reader().read<qint64>([kind, path,
                                                 &door = m_desk.door()](access::Session &session) -> Result<qint64> {
        if (kind == ProductTable)
            return exportProducts(session, door, path);
        ClientService clients(session, door);
        return exportClients(session, clients, kind == ClientCards ? ClientFormat::VCard4 : ClientFormat::Csv, path);
    });
    whenDone(std::move(written), this, [this, path](const Result<qint64> &count) {
        for (Button *each : std::as_const(m_buttons))
            each->setEnabled(true);
        if (count)
            say(true, tr("%1 entries are in %2").arg(m_desk.locale().toString(*count), QDir::toNativeSeparators(path)));
        else
            say(false, m_desk.sentence(count.error()));
    });
}

void TakeTables::say(bool good, const QString &sentence)
{
    m_said->setRole(good ? Role::Text : Role::Late);
    m_said->setText((good ? QStringLiteral("\u2714 ") : QStringLiteral("\u25b2 ")) + sentence);
    m_said->show();
}

} // namespace thimblely::ui
