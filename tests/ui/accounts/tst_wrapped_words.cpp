// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/problem_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QTest>

#include <memory>

using namespace thimblely;
using namespace thimblely::ui;

using Maker = std::unique_ptr<QWidget> (*)();

//! Sentences that take several lines have the height they need, at each text size and after a change of it.
class TestWrappedWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void cleanup() { Theme::instance().setTextSizePercent(100); }
    void nothingIsCut_data();
    void nothingIsCut();
};

namespace {

std::unique_ptr<QWidget> problem()
{
    return std::make_unique<ProblemPage>(
        Error{ErrorKind::Invalid, "storage.newer_schema", {QStringLiteral("7"), QStringLiteral("3")}, {}},
        QStringLiteral("/home/somebody/Documents/the shop of the family/in the long street/shop.thimblely"));
}

std::unique_ptr<QWidget> nothingYet()
{
    return std::make_unique<EmptyState>(
        "i-note", QStringLiteral("Nothing was measured for this person yet: the first visit shows here with its day."),
        QStringLiteral("Measure"));
}

std::unique_ptr<QWidget> narrowField()
{
    auto page = std::make_unique<QWidget>();
    auto *field = new FieldEdit(QStringLiteral("PIN"), page.get());
    field->setMaximumWidth(240);
    field->setError(QStringLiteral("This PIN is guessed first: not all the same digit, and no row such as 1234."));
    auto *all = column(page.get(), 0);
    auto *middle = row(nullptr, 0);
    middle->addWidget(field);
    all->addLayout(middle);
    all->addStretch(1);
    return page;
}

} // namespace

void TestWrappedWords::nothingIsCut_data()
{
    QTest::addColumn<Maker>("make");
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("percent");
    for (const int percent : {100, 115, 130}) {
        QTest::addRow("problem at %d", percent) << &problem << percent << percent;
        QTest::addRow("empty at %d", percent) << &nothingYet << percent << percent;
        QTest::addRow("field at %d", percent) << &narrowField << percent << percent;
    }
    QTest::addRow("problem made larger") << &problem << 100 << 130;
    QTest::addRow("empty made larger") << &nothingYet << 100 << 130;
}

void TestWrappedWords::nothingIsCut()
{
    QFETCH(Maker, make);
    QFETCH(int, before);
    QFETCH(int, percent);
    Theme::instance().setTextSizePercent(before);
    const auto page = make();
    page->resize(1366, 768);
    page->show();
    Theme::instance().setTextSizePercent(percent);
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    int wrapped = 0;
    const auto labels = page->findChildren<Label *>();
    for (const Label *label : labels) {
        if (!label->wordWrap() || !label->isVisible())
            continue;
        ++wrapped;
        QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                 qPrintable(QStringLiteral("%1: %2 of %3")
                                .arg(label->text())
                                .arg(label->height())
                                .arg(label->heightForWidth(label->width()))));
    }
    QVERIFY(wrapped > 0);
}

QTEST_MAIN(TestWrappedWords)
#include "tst_wrapped_words.moc"
